export const validatorQuery: string;

export function schemaValidator(text: string): string;
