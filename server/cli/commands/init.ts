import type { Registration } from "./Registration.ts";

/** `bitlaw init`. */
export const init: Registration = (program, { output, exit }) => {
  program
    .command("init")
    .description("write a project file, .bitlaw.yaml, with an example of every setting")
    .argument("[folder]", "where to; without it, the current folder", ".")
    .option("--force", "replace the project file that is there")
    .action(async (folder: string, options: { force?: boolean }) => {
      const { initProject } = await import("../init/initProject.ts");
      exit(await initProject(folder, options.force ?? false, output));
    });
};
