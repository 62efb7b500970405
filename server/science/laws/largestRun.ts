/** Models of more parameters, and runs of more tokens, are further from every measurement than a law can carry. */
export const LARGEST_RUN = { parameters: 1e14, tokens: 1e16 } as const;
