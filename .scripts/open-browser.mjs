import { spawn } from "node:child_process";
import { onPath } from "./on-path.mjs";

/** Opens the person's own browser where there is a screen to show it on. Says whether it tried. */
export function openBrowser(url) {
  const opener = openerOf(process.platform);
  if (!opener) return false;
  const [program, ...args] = opener;
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  // The address is printed anyway, so a browser that does not come is no failure.
  child.on("error", () => {});
  child.unref();
  return true;
}

function openerOf(platform) {
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["cmd", "/c", "start", ""];
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return screen && onPath("xdg-open") ? ["xdg-open"] : undefined;
}
