import file from "../../data/evidence/stability.json" with { type: "json" };
import type { EvidenceFile } from "./Evidence.ts";

/** What is published about the stability of training in reduced precision. */
export const STABILITY = file as EvidenceFile;
