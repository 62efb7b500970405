import type { HoverOptions } from "../server/lsp/hoverAt.ts";

/** A hover with everything in it but links to rule pages. */
export const FULL_HOVER: HoverOptions = { ruleUri: () => undefined, markdown: true, images: true };
