// A small set of line drawings on a 24 × 24 grid; they stand beside words, never instead of them.
const DRAWN = {
  alert: "M12 3 2.5 20h19L12 3Zm0 6v5m0 3v.01",
  back: "M15 5l-7 7 7 7",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l2 2H4l2-2Zm4 4h4",
  check: "M4.5 12.5l5 5 10-11",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5.5l3.5 2",
  close: "M6 6l12 12M18 6 6 18",
  counter: "M3 20v-8h18v8M3 12l2-8h14l2 8M8 16h8",
  document: "M6 3h8l4 4v14H6V3Zm8 0v4h4M9 12h6m-6 4h6",
  forward: "M9 5l7 7-7 7",
  guide: "M12 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM5 21v-2a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v2",
  hand: "M8 12V5.5a1.5 1.5 0 0 1 3 0V11m0-6.5v-1a1.5 1.5 0 0 1 3 0V11m0-5.5a1.5 1.5 0 0 1 3 0V14c0 4-2 7-5.5 7S7 19.5 5 15.500l-1-2.500c-.5-1.5 1.5-2.3 2.5-1L8 14",
  heart: "M12 20s-8-4.7-8-10.500A4.5 4.5 0 0 1 12 6.500a4.5 4.5 0 0 1 8 3C20 15.3 12 20 12 20Z",
  language: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-9 9h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z",
  money: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8.500 7.500 12 12l3.500-4.500M12 12v5M9 12.500h6M9 15h6",
  mute: "M4 9v6h4l5 4V5L8 9H4Zm12 0 5 6m0-6-5 6",
  pause: "M8 5v14M16 5v14",
  people: "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM3 20v-1.500A4.5 4.5 0 0 1 7.5 14h3a4.5 4.5 0 0 1 4.5 4.500V20M16 5.300a3 3 0 0 1 0 5.400M18 14.200a4.5 4.5 0 0 1 3 4.300V20",
  phone: "M7 2.500h10v19H7v-19Zm4 16h2",
  place: "M12 21s-7-6-7-11a7 7 0 0 1 14 0c0 5-7 11-7 11Zm0-13.500a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
  plug: "M9 3v5m6-5v5M6 8h12v3a6 6 0 0 1-12 0V8Zm6 9v4",
  printer: "M7 8V3h10v5M5 17H3V8h18v9h-2M7 14h10v7H7v-7Z",
  question: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.500 9.500a2.5 2.5 0 1 1 3.5 2.300c-.7.300-1 .700-1 1.700m0 3v.01",
  screen: "M3 4h18v12H3V4Zm6 16h6m-3-4v4",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.500L21 21",
  sound: "M4 9v6h4l5 4V5L8 9H4Zm12.5-.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12",
  star: "M12 3l2.7 5.7 6.3.8-4.6 4.3 1.2 6.200L12 17l-5.6 3 1.2-6.200L3 9.500l6.3-.8L12 3Z",
  swap: "M4 8h14l-4-4m6 12H6l4 4",
  ticket: "M4 7h16v3.500a1.5 1.5 0 0 0 0 3V17H4v-3.500a1.5 1.5 0 0 0 0-3V7Zm10 0v10",
  tools: "M4 7h9m5 0h2M15.5 4.500v5M4 17h2m5 0h9M8.500 14.500v5",
  wheelchair: "M10 3.500a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3ZM10 8v6h6l2.5 5M10 10.500h5M8 11.500a5 5 0 1 0 6.5 6.5",
  zoom: "M3 19 8 6l5 13M5 15h6M15 19l3-8 3 8m-5-3h4",
} as const;

export type IconName = keyof typeof DRAWN;

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={DRAWN[name]} />
  </svg>
);
