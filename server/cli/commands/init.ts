import { initProject } from "../initProject.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw init`. */
export const init: Registration = (program, { output, exit }) => {
  program
    .command("init")
    .description("write a project file with examples, .bitlaw.yaml")
    .argument("[folder]", "the folder of the configs; without it, the current one", ".")
    .option("--force", "replace a project file that is there")
    .action(async (folder: string, { force = false }: { force?: boolean }) => {
      exit(await initProject(folder, force, output));
    });
};
