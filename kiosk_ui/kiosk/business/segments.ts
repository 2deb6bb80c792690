// Who says what they are at the kiosk sees the papers of such customers, on every screen before the number (Q38).
import type { KioskService, KioskView, Text } from "../../../server/web/wire.ts";

const asTheirs = (service: KioskService, materials: readonly Text[] | undefined): KioskService & { own?: boolean } =>
  materials ? { ...service, materials, own: true } : service;

export function asSeenBy<V extends Pick<KioskView, "segments" | "services"> | null>(view: V, segment: string): V {
  const papers = view?.segments.find(({ id }) => id === segment)?.papers ?? [];
  if (!view || !papers.length) return view;
  const theirs = new Map(papers.map(({ service, materials }) => [service, materials]));
  return { ...view, services: view.services.map((service) => asTheirs(service, theirs.get(service.id))) };
}
