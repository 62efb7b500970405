const POWERS = ["", "thousands", "millions", "billions", "trillions", "quadrillions"] as const;

const LEADS = ["", "tens of ", "hundreds of "] as const;

/** A number by its power of ten alone, for what is no more certain than that: 235e9 is "hundreds of billions". */
export function decadeText(value: number): string {
  const decade = Math.floor(Math.log10(value));
  const power = POWERS[Math.floor(decade / 3)];
  return power === undefined || power === "" ? `about 10^${decade}` : `${LEADS[decade % 3]}${power}`;
}
