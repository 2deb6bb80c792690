// A business of which nothing is written but what a test says.
import type { Business, CatalogueEntry, Text } from "../wire.ts";

const NOTHING: Text = { zh: "", en: "" };
const ENTRY: CatalogueEntry = { incomplete: false, conditions: [], agent_materials: [], enough: 0, limit: NOTHING, forms: [], samples: [], key_points: [], steps: [], topics: [], enquiry: false, cash: false, booked: false, remote: true, due_hours: 0 };

export const sampleBusiness = (id: string, name: Text, rest: Partial<Omit<Business, "entry">> = {}, entry: Partial<CatalogueEntry> = {}): Business => ({
  id, name, queue_name: NOTHING, standard_seconds: 300, materials: [], e_channels: [], note: NOTHING, fee: NOTHING, ...rest, entry: { ...ENTRY, ...entry },
});
