import type { Series } from "./Series.ts";

/** How a new step compares with those before it. */
export type StepOrder = "next" | "repeated" | "earlier" | { readonly missingAfter: number };

/** Collects the values of a series in the order of the log, in any order of steps. Takes 16 bytes a value. */
export class SeriesBuilder {
  #steps = new Float64Array(256);
  #values = new Float64Array(256);
  #length = 0;
  #sorted = true;
  #last = Number.NEGATIVE_INFINITY;
  #smallestGap = Number.POSITIVE_INFINITY;

  add(step: number, value: number): StepOrder {
    if (this.#length === this.#steps.length) this.#grow();
    this.#steps[this.#length] = step;
    this.#values[this.#length] = value;
    this.#length += 1;
    const gap = step - this.#last;
    if (gap <= 0) {
      this.#sorted = false;
      if (gap === 0) return "repeated";
      return "earlier";
    }
    const before = this.#last;
    this.#last = step;
    if (this.#length === 1) return "next";
    // Twice the usual distance is a step that is not there.
    const missing = gap >= 2 * this.#smallestGap;
    this.#smallestGap = Math.min(this.#smallestGap, gap);
    return missing ? { missingAfter: before } : "next";
  }

  /** Whether each step was higher than those before it. */
  get sorted(): boolean {
    return this.#sorted;
  }

  /** In the order of steps; of a step that was logged several times, as after a restart, the last value counts. */
  build(): Series {
    const steps = this.#steps.subarray(0, this.#length);
    const values = this.#values.subarray(0, this.#length);
    if (this.#sorted) return { steps, values };
    const order = Uint32Array.from({ length: this.#length }, (_, i) => i).sort(
      (a, b) => (steps[a] ?? 0) - (steps[b] ?? 0) || a - b,
    );
    const lasting = order.filter((index, i) => {
      const next = order[i + 1];
      return next === undefined || steps[next] !== steps[index];
    });
    return {
      steps: Float64Array.from(lasting, (index) => steps[index] ?? Number.NaN),
      values: Float64Array.from(lasting, (index) => values[index] ?? Number.NaN),
    };
  }

  #grow(): void {
    const double = (old: Float64Array) => {
      const larger = new Float64Array(2 * old.length);
      larger.set(old);
      return larger;
    };
    this.#steps = double(this.#steps);
    this.#values = double(this.#values);
  }
}
