/**
 * A web worker for the server's browser bundle: runs it in a context of its own, where `self` is the global object and
 * only what every browser has is defined. A use of `process`, `require` or `Buffer` is a ReferenceError there.
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { parentPort, workerData } from "node:worker_threads";

const events = new EventTarget();

const self = {
  console,
  setTimeout,
  clearTimeout,
  queueMicrotask,
  performance,
  atob,
  btoa,
  TextDecoder,
  TextEncoder,
  URL,
  onmessage: undefined,
  addEventListener: events.addEventListener.bind(events),
  removeEventListener: events.removeEventListener.bind(events),
  postMessage: (message) => parentPort.postMessage(message),
};
self.self = self;
vm.createContext(self);
vm.runInContext(readFileSync(workerData.bundle, "utf8"), self, { filename: workerData.bundle });
parentPort.on("message", (data) => {
  const event = new MessageEvent("message", { data });
  events.dispatchEvent(event);
  self.onmessage?.(event);
});
