import { NO_DOCUMENTATION } from "../server/lsp/documentation.ts";
import type { HoverOptions } from "../server/lsp/hoverAt.ts";

/** A hover with everything in it but links to rule pages. */
export const FULL_HOVER: HoverOptions = { documentation: NO_DOCUMENTATION, markdown: true, images: true };
