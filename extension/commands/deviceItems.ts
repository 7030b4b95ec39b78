import * as vscode from "vscode";
import type { Device } from "../../kernel/engine/contract.js";

export interface DeviceItem extends vscode.QuickPickItem {
  /** The new value of the setting; absent for the separators between groups. */
  readonly device?: string;
}

/** The choices on this machine: "auto", the usable devices, then the unusable ones with the reason. */
export function deviceItems(devices: readonly Device[], present: string): DeviceItem[] {
  const [usable, others] = [true, false].map((each) => devices.filter(({ usable }) => usable === each));
  const fastest = usable.find(({ device }) => device !== "tensorflow") ?? usable[0];
  const item = (device: string, description: string, detail?: string): DeviceItem => ({
    label: device === present ? `$(check) ${device}` : device,
    description,
    detail,
    device,
  });
  return [
    item("auto", vscode.l10n.t("the fastest available: {0}", fastest?.device ?? "cpu")),
    ...usable.map((device) => item(device.device, nameOf(device), device.note)),
    { label: vscode.l10n.t("not usable here"), kind: vscode.QuickPickItemKind.Separator },
    ...others.map((device) => item(device.device, nameOf(device), device.note)),
  ];
}

function nameOf({ name, memory }: Device): string {
  return memory === undefined ? name : `${name}, ${(memory / 2 ** 30).toFixed(1)} GiB`;
}
