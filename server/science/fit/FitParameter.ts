/** A parameter θ that is fitted, and the constant of the law file that it stands for. */
export interface FitParameter {
  readonly constant: string;
  /** The setting of the law file that the constant belongs to, where it holds in one only. */
  readonly setting?: string;
  /** `log`: the constant is e^θ, so it stays positive. */
  readonly scale: "log" | "linear";
}

/** A parameter with the values of θ that searches start from. */
export interface StartedParameter extends FitParameter {
  readonly starts: readonly number[];
}

/** The name of a constant in terms, intervals and covariances: "3 bits: K" for one of a setting. */
export function constantName({ setting, constant }: Pick<FitParameter, "setting" | "constant">): string {
  return setting === undefined ? constant : `${setting}: ${constant}`;
}

/**
 * The position of a parameter in θ, by its `constantName`.
 * @throws RangeError for a name that no parameter has.
 */
export function placeIn(parameters: readonly FitParameter[]): (name: string) => number {
  const places = new Map(parameters.map((parameter, i) => [constantName(parameter), i]));
  return (name) => {
    const place = places.get(name);
    if (place === undefined) throw new RangeError(`No parameter is called "${name}".`);
    return place;
  };
}
