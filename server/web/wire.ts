// Made by `python -m deploy.typescript` from the description of the interface. Do not edit.

/** ISO 8601, UTC. */
export type Instant = string;

export interface AccessEntry {
  seq: number;
  at: Instant;
  actor: string;
  name: string;
  kind: "access";
  title: Text;
  note: string;
  changes: readonly ChangeShown[];
  undoes: number;
  can_undo: boolean;
  what: string;
  subject: string;
  detail: string;
  in_words: Text;
}

export interface AcknowledgeAlert {
  type: "acknowledge_alert";
  alert: string;
  by?: string;
}

export interface Acknowledged {
  done: true;
}

export interface Actor {
  id: string;
  kind: "device" | "person" | "script" | "system";
  role: string;
  name: string;
  place: string;
  by_itself: boolean;
  language: "" | "zh" | "en";
}

export interface AddService {
  type: "add_service";
  counter: string;
  ticket: string;
  service: string;
  here?: boolean;
}

export interface AlertRow {
  id: string;
  kind: string;
  text: Text;
  detail: Text;
  raised_at: Instant;
  times: number;
  acknowledged_by: string;
}

export interface ApplyPlan {
  type: "apply_plan";
  plan: string;
}

export interface AppointmentView {
  hall: Text;
  phone: string;
  code: string;
  service: Text;
  slot: Instant;
  opens: Instant;
  closes: Instant;
  due: Instant | null;
  standing: string;
  number: string;
  may_cancel: boolean;
  materials: readonly Text[];
  agent_materials: readonly Text[];
  key_points: readonly Text[];
  fee: Text;
}

export interface AppointmentsOfDay {
  bookable: BookableDay;
  expected: readonly Expected[];
  printers: readonly PrinterChoice[];
}

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ArrivalView {
  code: string;
  until: Instant | null;
  passed: boolean;
  by_network: boolean;
}

export interface AsFile {
  text: string;
}

export interface AskForCounter {
  type: "ask_for_counter";
  counter: string;
  profile?: string;
}

export interface AskToPair {
  screen: string;
  place?: string;
}

export interface AtTheDoor {
  code?: string;
}

export interface AwayRow {
  id: string;
  number: string;
  service_name: Text;
  until: Instant | null;
}

export interface Beat {
  type: "beat";
  seq: number;
  epoch: number;
  time: Instant;
  build: string;
  zone: string;
  languages: "both" | "zh";
  faults: readonly Trouble[];
}

export interface Beside {
  now: number;
  then: number;
  low: number;
  high: number;
}

export interface BlankForm {
  name: Text;
  file: string;
  document: string;
  place: Text;
}

export interface BoardLayout {
  id: string;
  name: Text;
  places: readonly string[];
  queues: readonly string[];
  rows: number;
  orientation: string;
  shows_queues: boolean;
  shows_media: boolean;
  shows_map: boolean;
  farewell: boolean;
}

export interface BookAppointment {
  type: "book_appointment";
  service: string;
  slot: Instant;
  printer?: string;
  by?: string;
}

export interface BookableDay {
  day: string;
  days: readonly string[];
  services: readonly BookableService[];
}

export interface BookableService {
  id: string;
  name: Text;
  slots: readonly SlotView[];
}

export interface Booked {
  appointment: AppointmentView;
  page: string;
}

export interface BookedDone {
  type: "done";
  id: string;
  seq: number;
  result: Booked;
}

export interface Booking {
  id: string;
  service: string;
  slot: Instant;
  phone?: string;
}

export interface Break {
  begins: string;
  ends: string;
}

export interface Business {
  id: string;
  name: Text;
  queue_name: Text;
  standard_seconds: number;
  materials: readonly Text[];
  e_channels: readonly EChannel[];
  note: Text;
  fee: Text;
  entry: CatalogueEntry;
}

export interface Bye {
  code: string;
  text: Text;
  fields: Record<string, string>;
  type: "bye";
}

export interface CallNext {
  type: "call_next";
  counter: string;
}

export interface CallNow {
  number: string;
  counter_name: Text;
}

export interface CallSpecific {
  type: "call_specific";
  counter: string;
  ticket: string;
  reason?: string;
}

export interface CallStanding {
  at: Instant;
  counter_name: Text;
  staff: string;
  recalls: number;
  reason: Text;
}

export interface Called {
  counters: readonly Named[];
  services: readonly Named[];
  gifts: readonly Named[];
}

export interface Came {
  ticket: TicketView | TicketOver;
  qr: string;
  by: "return" | "appointment" | "number";
}

export interface CameDone {
  type: "done";
  id: string;
  seq: number;
  result: Came;
}

export interface CanDo {
  command: Deed;
  why_not: Text | null;
}

export interface CancelAppointment {
  type: "cancel_appointment";
  code: string;
  by?: string;
}

export interface CancelTicket {
  type: "cancel_ticket";
  ticket: string;
  by?: string;
}

export interface CaseRow {
  ticket: string;
  number: string;
  service_name: Text;
  state: string;
  due_at: Instant;
  leader: string;
  gift: string;
  settled_by: string;
  reason: string;
}

export interface CasesView {
  due: number;
  settled: number;
  open: number;
  missed: number;
  waived: number;
  cost_fen: number;
  coverage: Share;
  rows: readonly CaseRow[];
}

export interface Catalogue {
  hall: Text;
  businesses: readonly Business[];
}

export interface CatalogueEntry {
  incomplete: boolean;
  conditions: readonly Text[];
  agent_materials: readonly Text[];
  enough: number;
  limit: Text;
  forms: readonly BlankForm[];
  samples: readonly Sheet[];
  key_points: readonly Text[];
  steps: readonly Text[];
  topics: readonly Text[];
  enquiry: boolean;
  cash: boolean;
  booked: boolean;
  remote: boolean;
  due_hours: number;
}

export interface ChangeProfile {
  type: "change_profile";
  counter: string;
  profile: string;
}

export interface ChangeService {
  type: "change_service";
  ticket: string;
  service: string;
  by?: string;
}

export interface ChangeShown {
  path: string;
  text: Text;
  before: Json;
  after: Json;
}

export interface CheckIn {
  type: "check_in";
  code: string;
  channel?: string;
  language?: string;
  segment?: string;
  priority?: PriorityClass;
  priority_reason?: string;
  printer?: string;
  expected_wait_seconds?: number | null;
  by?: string;
}

export interface Choice {
  value: string;
  text: Text;
  help: Text;
}

export interface Choices {
  letters: readonly string[];
  printer_kinds: readonly string[];
  strip_kinds: readonly string[];
  voices: readonly string[];
  routing: Record<string, Text>;
  acts: Record<string, Text>;
  slips_seen: Record<string, Text>;
  roles: Record<string, Text>;
  device_roles: Record<string, Text>;
}

export interface Claim {
  secret: string;
}

export interface ClearAlert {
  type: "clear_alert";
  alert: string;
}

export interface ClerkLeg {
  service: Text;
  counter: string;
  outcome: string;
}

export interface ClerkPaper {
  ticket: string;
  number: string;
  state: string;
  code: string;
}

export interface ClerkRow {
  id: string;
  number: string;
  service_name: Text;
  clock_from: Instant;
  since: Instant;
  priority: boolean;
  state: string;
  park: string;
  counter: string;
  usable: boolean;
  booked_for: Instant | null;
  came_with: string;
  prepared: number;
}

export interface ClerkTicket {
  id: string;
  number: string;
  state: string;
  service: string;
  service_name: Text;
  issued_as: Text;
  standard_seconds: number;
  issued_at: Instant;
  waited_seconds: number;
  over_goal: boolean;
  over_threshold: boolean;
  called_at: Instant | null;
  started_at: Instant | null;
  parked_seconds: number;
  priority: boolean;
  priority_reason: string;
  language: string;
  segment: string;
  reason: Text;
  recalls: number;
  no_show_offered: boolean;
  shown: boolean;
  spoken: string;
  voice: string;
  materials: readonly Text[];
  past: readonly ClerkLeg[];
  remedy: RemedyBanner | null;
  watered: boolean;
  explained: boolean;
  booked_for: Instant | null;
  segment_name: Text;
  steps: readonly StepRow[];
  terminals: readonly TerminalAt[];
  topics: readonly Text[];
  owner: string;
  came_with: string;
  owed: readonly Text[];
  points_told: boolean;
}

export interface CloseCounter {
  type: "close_counter";
  counter: string;
}

export interface CloseDay {
  type: "close_day";
  reason: string;
}

export interface CloseEvaluation {
  type: "close_evaluation";
  counter: string;
  evaluation: string;
}

export interface CloseHandover {
  type: "close_handover";
  handover: string;
  by?: string;
}

export interface CodeFound {
  screen: string;
  place: string;
  roles: readonly string[];
  expires_at: Instant;
}

export interface Column {
  id: string;
  title: Text;
  kind: string;
}

export interface ComeWithCode {
  type: "come_with_code";
  code: string;
  channel?: string;
  language?: string;
  segment?: string;
  priority?: PriorityClass;
  priority_reason?: string;
  printer?: string;
  expected_wait_seconds?: number | null;
  by?: string;
}

export interface Compared {
  at: Instant;
  threshold_seconds: number;
  spans: readonly SpanAhead[];
  comers: number;
  learned: boolean;
}

export interface ConfigEntry {
  seq: number;
  at: Instant;
  actor: string;
  name: string;
  kind: "config";
  title: Text;
  note: string;
  changes: readonly ChangeShown[];
  undoes: number;
  can_undo: boolean;
  plan: string;
}

export interface Confirm {
  code: string;
  name: string;
  role: string;
  place?: string;
}

export interface ConfirmArrival {
  type: "confirm_arrival";
  ticket: string;
  door_code?: string;
  channel?: string;
  printer?: string;
  by?: string;
}

export interface CounterCan {
  open_counter: Why;
  close_counter: Why;
  pause_counter: Why;
  resume_counter: Why;
  call_next: Why;
  call_specific: Why;
  walk_direct: Why;
  start_service: Why;
  recall: Why;
  mark_no_show: Why;
  return_to_queue: Why;
  finish_ticket: Why;
  transfer_ticket: Why;
  park_ticket: Why;
  add_service: Why;
  change_service: Why;
  divert: Why;
  change_profile: Why;
  undo_last: Why;
  give_gift: Why;
  finish_and_next: Why;
}

export interface CounterCloses {
  counter: string;
  type: "counter_closes";
}

export interface CounterHelps {
  counter: string;
  queue: string;
  type: "counter_helps";
}

export interface CounterName {
  id: string;
  name?: string;
}

export interface CounterOpens {
  counter: string;
  profile?: string;
  type: "counter_opens";
}

export interface CounterPauses {
  counter: string;
  minutes: number;
  type: "counter_pauses";
}

export interface CounterPlace {
  id: string;
  name: Text;
  zone: string;
  profile: string;
  floating: boolean;
  dedicated: boolean;
  room: boolean;
  keeper: string;
  spot: Spot | null;
}

export interface CounterResumes {
  counter: string;
  type: "counter_resumes";
}

export interface CounterView {
  tasks: readonly TaskRow[];
  counter: string;
  name: Text;
  state: string;
  since: Instant;
  staff: string;
  profile: string;
  profile_name: Text;
  pause_reason: string;
  served: number;
  goal_seconds: number;
  threshold_seconds: number;
  confirm_arrival: boolean;
  ticket: ClerkTicket | null;
  undo: Undo | null;
  can: CounterCan;
  queues: readonly QueueView[];
  next: readonly ClerkRow[];
  waiting: readonly ClerkRow[];
  missed: readonly ClerkRow[];
  parked: readonly ClerkRow[];
  all_services: readonly Named[];
  all_queues: readonly Named[];
  all_counters: readonly Named[];
  all_profiles: readonly Named[];
  first_met: readonly string[];
  printers: readonly PrinterChoice[];
  paper: ClerkPaper | null;
  rain: boolean;
}

export interface CueMessage {
  type: "cue";
  cue: string;
  call: string;
  announcement: number;
  number: string;
  counter: string;
  sound: string;
  seconds: number;
}

export interface DayOpen {
  day: string;
  opens: string;
  closes: string;
  name: Text;
}

export interface DayShown {
  day: string;
  why: "special" | "weekday" | "usual";
  hours: Hours | "always" | null;
  lunch: Break | null;
  name: Text;
  ordinary: Hours | "always" | null;
}

export interface DayTimes {
  day: string;
  times: readonly Instant[];
}

export interface DaysOf {
  config: HallConfig;
  first: string;
  days: number;
}

export interface DeclineGift {
  type: "decline_gift";
  ticket: string;
  by?: string;
}

export type Deed = "reprint_slip" | "call_specific" | "requeue_ticket" | "resume_ticket" | "change_service" | "mark_walkout" | "cancel_ticket" | "offer_remedy" | "give_gift" | "decline_gift";

export interface DemoPerson {
  login: string;
  name: string;
  role: string;
  pin: string;
}

export interface DemoSwitch {
  running: boolean;
  speed: number;
}

export interface DeviceChanged {
  name?: string | null;
  place?: string | null;
}

export interface DeviceRotated {
  here: boolean;
}

export interface DeviceRow {
  kind: string;
  name: Text;
  state: string;
  detail: Text;
  since: Instant;
}

export interface DeviceShown {
  device_id: string;
  kind: string;
  name: string;
  role: string;
  place: string;
  paired_at: Instant;
  paired_by: string;
  revoked_at: Instant | null;
  role_text: Text;
  place_text: Text;
  here: boolean;
  last_seen: Instant | null;
  build: string;
  current: boolean;
  address: string;
  sound: string;
  screens: readonly string[];
}

export interface Divert {
  type: "divert";
  way: Way;
  service?: string;
  ticket?: string;
  terminal?: string;
  topic?: number;
  words?: string;
  by?: string;
  where?: string;
}

export interface DoorDay {
  greeted: number;
  issued: number;
  prepared: number;
  explained: number;
  ways: readonly WayCount[];
  people: readonly PersonCount[];
}

export interface DoorService {
  id: string;
  name: Text;
  terminals: readonly TerminalAt[];
  e_channels: readonly Text[];
  forms: readonly Text[];
  enquiry: boolean;
  topics: readonly Text[];
}

export interface Draft {
  base: HallConfig;
  config: HallConfig;
  valid_from?: string | null;
  note?: string;
  confirmed?: readonly string[];
}

export interface DrillHeld {
  passed: number;
  held: number;
  by?: string;
}

export interface DropPlan {
  type: "drop_plan";
  plan: string;
}

export interface DropTask {
  type: "drop_task";
  task: string;
}

export interface EChannel {
  name: Text;
  url: string;
  hint: Text;
}

export interface EndFormFilling {
  type: "end_form_filling";
  ticket: string;
}

export interface EngineHeard {
  kind: string;
  state: "ok" | "missing" | "failing";
  state_text: Text;
  text: Text;
}

export interface Engines {
  engines: readonly EngineHeard[];
  heard: string;
}

export interface EvaluatorView {
  hall: Text;
  counter: string;
  name: Text;
  staff: string;
  step: string;
  evaluation: string;
  number: string;
  asked_at: Instant | null;
  rating_seconds: number;
  wait_rating_seconds: number;
  ask_wait: boolean;
  low: boolean;
  rain: boolean;
}

export interface EventShown {
  epoch: number;
  seq: number;
  at: Instant;
  kind: string;
  actor: string;
  fields: Record<string, Json>;
}

export interface EventsShown {
  events: readonly EventShown[];
  people: Record<string, string | Text>;
  called: Called;
}

export interface Expected {
  code: string;
  service_name: Text;
  slot: Instant;
  standing: string;
  number: string;
  booked_at: Instant;
}

export interface ExpectedHalfHour {
  clock: string;
  expected: number;
  came: number | null;
  low: number;
  high: number;
}

export interface ExpectedToday {
  date: string;
  opening: Text;
  half_hours: readonly ExpectedHalfHour[];
  expected: number;
  low: number;
  high: number;
  came: number;
  updated: number | null;
  over: number;
  kind: Text;
  peak_day: boolean;
  usual: number | null;
}

export interface ExplainWait {
  type: "explain_wait";
  ticket: string;
  by?: string;
}

export interface Field {
  id: string;
  kind: Kind;
  label: Text;
  help: Text;
  unit: Text;
  ends: Range | null;
  letters: number;
  lines: number;
  choices: readonly Choice[];
  of: string;
  none: Text;
  ordered: boolean;
  starts: string;
  source: string;
  elsewhere: boolean;
  required: boolean;
  pattern: string;
  room: Room | null;
  printed: boolean;
  noun: Text;
  add: Text;
  empty: Text;
  most: number;
  fields: readonly Field[];
}

export interface FigureShown {
  name: string;
  value: boolean | number | string;
  usual: boolean | number | string;
  unit: string;
  least: number | null;
  most: number | null;
  row: string;
  group: Group;
  group_text: Text;
  text: Text;
  choices: readonly Choice[];
}

export interface Figures {
  wait_goal_seconds: number;
  wait_goal_share: number;
  remedy_threshold_seconds: number;
  parked_time_waits: boolean;
  wait_band: boolean;
  promise_change_seconds: number;
  promise_change_share: number;
  promise_least: number;
  risk_share: number;
  risk_people: number;
  risk_calm_seconds: number;
  proposal_people: number;
  proposal_undo_seconds: number;
  busy_p90_seconds: number;
  seats: number;
  gift_cap_fen: number;
  internal_work_seconds: number;
  task_repeat_seconds: number;
  priority_head_start_seconds: number;
  priority_run_limit: number;
  max_recall: number;
  last_call_from_recall: number;
  max_requeue: number;
  requeue_tolerance: number;
  requeue_after: number;
  confirm_arrival: boolean;
  undo_seconds: number;
  pause_alert_seconds: number;
  idle_alert_seconds: number;
  calling_alert_seconds: number;
  bound_patience_seconds: number;
  series_start: number;
  series_limit: number;
  return_days: number;
  return_head_start_seconds: number;
  appointment_days: number;
  appointment_slot_seconds: number;
  appointment_share: number;
  appointment_head_start_seconds: number;
  appointment_early_seconds: number;
  appointment_late_seconds: number;
  one_ticket_a_person: boolean;
  appointment_public: boolean;
  appointment_from_phone: number;
  appointment_network_share: number;
  remote_numbers: boolean;
  remote_at_once: number;
  remote_from_network: number;
  remote_arrive_seconds: number;
  remote_grace_seconds: number;
  door_code_seconds: number;
  kiosk_priority: boolean;
  scan_seconds: number;
  space_moves: boolean;
  numbers_a_minute: number;
  asks_a_minute: number;
  wait_question_share: number;
  rating_seconds: number;
  wait_rating_seconds: number;
  hasty_rating_ms: number;
  rating_series: number;
  low_rating: number;
  rated_minimum: number;
  satisfied_from: number;
  speech_rate: number;
  speech_languages: string;
  hero_seconds: number;
  room_unmanned_seconds: number;
  near_close_rule: string;
  near_close_grace_seconds: number;
  day_close_after_seconds: number;
  day_end_after_seconds: number;
}

export interface FileRead {
  config: HallConfig;
  changes: readonly ChangeShown[];
  problems: readonly WrongPlace[];
}

export interface FinishTicket {
  type: "finish_ticket";
  counter: string;
  ticket: string;
  outcome?: "done" | "returned_missing_items";
  services_done?: readonly string[];
  solved?: boolean;
}

export interface FirstNeeded {
  needed: boolean;
  packs: readonly PackShown[];
  form: readonly Field[];
}

export interface FirstSetUp {
  code: string;
  pack: string;
  name: HallName;
  languages?: "both" | "zh";
  hours?: string;
  login?: string;
  person?: string;
  password: string;
}

export interface FoundPrinter {
  kind: string;
  address: string;
  model: string;
  answers: boolean;
  dots: number | null;
}

export interface FreeTicket {
  type: "free_ticket";
  ticket: string;
}

export type FromServer = Welcome | Beat | NewToken | RefusedAsk | Bye | ViewMessage | IssuedDone | CameDone | BookedDone | LeasedDone | GivenDone | NothingDone | NamedDone | CueMessage | PrintAsk;

export interface Gap {
  begins: string;
  ends: string;
  lacking: number;
}

export interface GiftItem {
  id: string;
  name: Text;
  unit_cost_fen: number;
  stock: number;
  alert_below: number;
}

export interface GiftRow {
  id: string;
  name: Text;
  unit_cost_fen: number;
  stock: number;
  low: boolean;
  usable: boolean;
}

export interface GiveGift {
  type: "give_gift";
  ticket: string;
  gift: string;
  where?: string;
  by?: string;
}

export interface GiveNotice {
  type: "give_notice";
  ticket: string;
  missing?: readonly number[];
  also?: string;
  agent?: boolean;
  leaves?: boolean;
  printer?: string;
  by?: string;
  where?: string;
}

export interface GivePass {
  type: "give_pass";
  ticket: string;
  reason: string;
  printer?: string;
  by?: string;
}

export interface GiveReasons {
  type: "give_reasons";
  counter: string;
  evaluation: string;
  reasons: readonly ("等候" | "态度" | "效率" | "规定" | "其他")[];
}

export interface GiveWater {
  type: "give_water";
  ticket?: string;
  zone?: string;
  by?: string;
}

export interface GiveWay {
  type: "give_way";
  ticket: string;
}

export interface Given {
  ticket: string;
  number: string;
  counter: string;
  notice: NoticeView | null;
}

export interface GivenDone {
  type: "done";
  id: string;
  seq: number;
  result: Given;
}

export interface GoOnRestored {
  type: "go_on_restored";
  epoch: number;
  last?: number;
}

export interface Greet {
  type: "greet";
  by?: string;
}

export type Group = "waits" | "care" | "calling" | "numbers" | "rating" | "voice" | "day";

export interface GuideRow {
  id: string;
  number: string;
  service_name: Text;
  queue: string;
  zone: string;
  state: string;
  clock_from: Instant;
  priority: boolean;
  priority_reason: string;
  ahead: number;
  explained: boolean;
  watered: boolean;
  reached: readonly string[];
  next_act: string;
  next_at: Instant | null;
  case: string;
  remedy: RemedyBanner | null;
  service: string;
  booked_for: Instant | null;
  segment: Text;
  steps: readonly StepRow[];
  ways: readonly string[];
  owner: string;
  came_with: string;
  owed: readonly Text[];
  papers: readonly Text[];
  at_risk: boolean;
  wait: WaitView;
}

export interface GuideView {
  hall: Text;
  goal_seconds: number;
  threshold_seconds: number;
  rows: readonly GuideRow[];
  total: number;
  tasks: readonly TaskRow[];
  queues: readonly QueueView[];
  services: readonly DoorService[];
  printers: readonly PrinterChoice[];
  scripts: readonly ScriptView[];
  gifts: readonly GiftRow[];
  zones: readonly ZoneView[];
  missed: readonly MissedRow[];
  leader: string;
  leader_name: string;
  alerts: readonly AlertRow[];
  peak: boolean;
  rain: boolean;
  terminals: readonly TerminalRow[];
  segments: readonly Named[];
  asks_person: boolean;
  devices: readonly DeviceRow[];
  today: DoorDay | null;
  undo_seconds: number;
  away: readonly AwayRow[];
  door_code: string;
}

export interface HalfHour {
  clock: string;
  needed: number | null;
  planned: number;
}

export interface HallConfig {
  name: Text;
  languages: "both" | "zh";
  industry: string;
  phone: string;
  hall_networks: string;
  timezone: string;
  hours: Hours | null;
  demo: boolean;
  figures: Figures;
  routing: string;
  zones: readonly Zone[];
  queues: readonly Queue[];
  services: readonly Service[];
  terminals: readonly Terminal[];
  segments: readonly Segment[];
  segment_rules: readonly SegmentRule[];
  profiles: readonly Profile[];
  counters: readonly CounterPlace[];
  key_hall: boolean;
  remedies: boolean | null;
  ladders: readonly Ladder[];
  gifts: readonly GiftItem[];
  scripts: readonly Script[];
  remedy_share: number;
  peak_days: readonly string[];
  peak_hours: readonly Hours[];
  lunch: Break | null;
  weekdays: readonly Weekday[];
  special_days: readonly SpecialDay[];
  printers: readonly PrinterConfig[];
  slip: SlipTemplate;
  voice: VoiceConfig;
  layouts: readonly BoardLayout[];
  media: readonly Medium[];
  notices: readonly Notice[];
  strips: readonly Strip[];
}

export interface HallInfo {
  name: Text | null;
  phone: string;
  industry: string;
  demo: boolean;
  build: string;
  timezone: string;
  counters: readonly Named[];
  zones: readonly Named[];
  people: readonly DemoPerson[];
}

export interface HallMap {
  zones: readonly MapZone[];
  counters: readonly MapCounter[];
}

export interface HallName {
  zh: string;
  en: string;
}

export interface HallNow {
  hall: Text;
  phone: string;
  at: Instant;
  hours: HoursView;
  businesses: readonly KioskService[];
  days: readonly DayOpen[];
  posted: readonly Text[];
  booking: boolean;
  remote: RemoteNow | null;
}

export interface HandOver {
  type: "hand_over";
  way: Way;
  department: string;
  reached?: boolean;
  phone?: string;
  due?: Instant | null;
  service?: string;
  ticket?: string;
  words?: string;
  by?: string;
  where?: string;
}

export interface HandoverRow {
  id: string;
  way: Way;
  department: string;
  service_name: Text;
  number: string;
  contact: string;
  due: Instant;
  words: string;
  at: Instant;
  by: string;
}

export interface HandoversNow {
  open: number;
  next_due: Instant | null;
  next_department: string;
}

export interface HandoversShown {
  open: readonly HandoverRow[];
  days: readonly DayTimes[];
}

export interface Health {
  status: "ok" | "trouble";
  problems: readonly Trouble[];
  seq: number;
  epoch: number;
  build: string;
  version: string;
  waiting: number;
}

export interface Hello {
  type: "hello";
  protocol?: number;
  token: string;
  screen: string;
  place?: string;
  language?: string;
  build?: string;
  now?: Instant | null;
}

export interface Helper {
  counter: string;
  counter_name: Text;
  opens: boolean;
  profile: string;
  profile_name: Text;
}

export interface Hours {
  opens: string;
  closes: string;
}

export interface HoursJudged {
  problem: Text | null;
}

export interface HoursTyped {
  opens: string;
  closes: string;
}

export interface HoursView {
  state: string;
  opens: string;
  closes: string;
  reopens: string;
  name: Text;
  next_day: string | null;
  next_opens: string;
}

export interface IssueTicket {
  type: "issue_ticket";
  service: string;
  channel?: string;
  language?: string;
  segment?: string;
  priority?: PriorityClass;
  priority_reason?: string;
  printer?: string;
  expected_wait_seconds?: number | null;
  offered?: boolean;
  person?: string;
  by?: string;
}

export interface Issued {
  ticket: TicketView | TicketOver;
  qr: string;
}

export interface IssuedDone {
  type: "done";
  id: string;
  seq: number;
  result: Issued;
}

export interface IssuingStops {
  queue: string;
  type: "issuing_stops";
}

/** A piece of something whole: look at it before it is used. */
export type Json = unknown;

export interface JudgeProposal {
  type: "judge_proposal";
  proposal: string;
}

export interface Judged {
  changes: readonly ChangeShown[];
  problems: readonly WrongPlace[];
  refusal: Problem | null;
}

export interface KeepRemote {
  type: "keep_remote";
}

export interface KeptDocument {
  file: string;
  pages: number;
}

export interface KeptMedium {
  file: string;
  kind: string;
  width: number;
  height: number;
}

export type Kind = "text" | "words" | "number" | "span" | "money_fen" | "share" | "tick" | "choice" | "choices" | "date" | "time" | "part" | "table" | "picture" | "document";

export interface KioskSegment {
  id: string;
  name: Text;
  papers: readonly OwnPapers[];
}

export interface KioskService {
  id: string;
  name: Text;
  letter: string;
  waiting: number;
  wait: WaitView;
  materials: readonly Text[];
  e_channels: readonly EChannel[];
  note: Text;
  fee: Text;
  served: boolean;
  suspended: Text | null;
  suspended_until: string;
  queue: string;
  queue_name: Text;
  near_close: string;
  terminals: readonly TerminalAt[];
}

export interface KioskSlip {
  ticket: string;
  number: string;
  state: string;
  detail: string;
  elsewhere: Text | null;
}

export interface KioskView {
  hall: Text;
  phone: string;
  hours: HoursView;
  services: readonly KioskService[];
  printer: string;
  printer_detail: string;
  slip: KioskSlip | null;
  offers_head_start: boolean;
  segments: readonly KioskSegment[];
  door_code: string;
  scan_seconds: number;
  space_moves: boolean;
  catalogue: string;
}

export interface Ladder {
  rungs: readonly Rung[];
  services: readonly string[];
  valid_from: string;
}

export interface LapseAppointments {
  type: "lapse_appointments";
}

export interface LastChange {
  name: string;
  at: Instant;
  text: Text;
}

export interface LateCounter {
  counter: string;
  name: Text;
  person: string;
  due: Instant;
}

export interface LeadShift {
  type: "lead_shift";
  by?: string;
}

export interface Lease {
  device: string;
  day: string;
  first: number;
  last: number;
}

export interface LeaseNumbers {
  type: "lease_numbers";
  by?: string;
}

export interface Leased {
  lease: Lease | null;
}

export interface LeasedDone {
  type: "done";
  id: string;
  seq: number;
  result: Leased;
}

export interface Letters {
  letters: string;
}

export interface LettersFound {
  missing: string;
  pictures_only: string;
}

export interface LineBeside {
  queue: string;
  in_time: Beside;
  over: Beside;
  longest: Beside;
  waiting: Beside;
}

export interface LobbyCall {
  call: string;
  announcement: number;
  number: string;
  counter: string;
  counter_name: Text;
  zone: Text;
  at: Instant;
}

export interface LobbyLayout {
  rows: number;
  orientation: string;
  shows_queues: boolean;
  shows_media: boolean;
  shows_map: boolean;
}

export interface LobbyMedium {
  file: string;
  kind: string;
  seconds: number;
  name: Text;
}

export interface LobbyNotice {
  service: Text;
  reason: Text;
  until: string;
}

export interface LobbyView {
  hall: Text;
  hours: HoursView;
  hero_seconds: number;
  calls: readonly LobbyCall[];
  missed: readonly string[];
  queues: readonly QueueView[];
  waiting: number;
  open_counters: readonly string[];
  open_rooms: readonly Text[];
  notices: readonly LobbyNotice[];
  posted: readonly Text[];
  layout: LobbyLayout;
  media: readonly LobbyMedium[];
  map: HallMap | null;
  door_code: string;
}

export interface LockedDifference {
  table: string;
  staff: string;
  column: string;
  locked: boolean | number | string | Text | ShareCell | TooFew | null;
  now: boolean | number | string | Text | ShareCell | TooFew | null;
}

export interface LockedMonth {
  month: string;
  locked_at: string;
  tables: readonly ReportTable[];
  sha256: string;
  intact: boolean;
  differences: readonly LockedDifference[];
  new: boolean;
}

export interface LogIn {
  login: string;
  password: string;
  place?: string;
}

export interface LoggedIn {
  token: string;
  actor: Actor;
  ends_at: Instant;
}

export interface LookAhead {
  type: "look_ahead";
}

export interface LunchMoves {
  counter: string;
  minutes: number;
  type: "lunch_moves";
}

export interface MakeProposals {
  type: "make_proposals";
  proposals: readonly Proposal[];
}

export interface ManagerCounter {
  id: string;
  name: Text;
  state: string;
  since: Instant;
  staff: string;
  profile: string;
  profile_name: Text;
  ticket: string;
  number: string;
  pause_reason: string;
  served: number;
  calls: readonly string[];
  can_call: number;
  next: string;
}

export interface ManagerQueue {
  id: string;
  name: Text;
  letter: string;
  waiting: number;
  longest_from: Instant | null;
  wait: WaitView;
  counters_open: number;
  called: number;
  within_goal: number;
  enough: boolean;
  helper: Helper | null;
  lately: number;
  p90_seconds: number | null;
}

export interface ManagerService {
  id: string;
  name: Text;
  queue: string;
  letter: string;
  waiting: number;
  longest_from: Instant | null;
  wait: WaitView;
  counters_open: number;
  issued: number;
  called: number;
  within_goal: number;
  enough: boolean;
  finished: number;
  mean_handling_seconds: number;
  no_shows: number;
  walkouts: number;
  suspended: Text | null;
}

export interface ManagerTicket {
  id: string;
  number: string;
  service_name: Text;
  queue: string;
  state: string;
  clock_from: Instant;
  priority: boolean;
  channel: string;
  reached: readonly string[];
  next_act: string;
  next_at: Instant | null;
  case: string;
  booked_for: Instant | null;
}

export interface ManagerView {
  hall: Text;
  day: string | null;
  hours: HoursView;
  goal_seconds: number;
  goal_share: number;
  threshold_seconds: number;
  idle_seconds: number;
  calling_seconds: number;
  pause_seconds: number;
  queues: readonly ManagerQueue[];
  services: readonly ManagerService[];
  counters: readonly ManagerCounter[];
  waiting: readonly ManagerTicket[];
  waiting_total: number;
  alerts: readonly AlertRow[];
  devices: readonly DeviceRow[];
  profiles: readonly Named[];
  cases: CasesView;
  tasks: readonly TaskRow[];
  proposals: readonly ProposalRow[];
  taken: readonly TakenRow[];
  three_do: ThreeDo;
  within_peak: Share;
  within_day: Share;
  leader: string;
  leader_name: string;
  stock: readonly GiftRow[];
  promised: Share;
  peak: boolean;
  roster: RosterNow;
  rain: boolean;
  handovers: HandoversNow;
}

export interface MapCounter {
  id: string;
  name: Text;
  spot: Spot;
  state: string;
  room: boolean;
}

export interface MapZone {
  id: string;
  name: Text;
  area: Area;
  here: boolean;
}

export interface MarkAbsence {
  type: "mark_absence";
  day: string;
  person: string;
  absent?: boolean;
  by?: string;
}

export interface MarkNoShow {
  type: "mark_no_show";
  counter: string;
  ticket: string;
}

export interface MarkWalkout {
  type: "mark_walkout";
  ticket: string;
}

export interface Medium {
  id: string;
  file: string;
  name: Text;
  seconds: number;
  first_day: string | null;
  last_day: string | null;
  places: readonly string[];
}

export interface MergeOffline {
  type: "merge_offline";
  service: string;
  ordinal: number;
  ago_seconds: number;
  instead_of?: string;
  language?: string;
  priority?: PriorityClass;
  priority_reason?: string;
  by?: string;
  printer?: string;
}

export interface Merging {
  base: HallConfig;
  config: HallConfig;
  wins: "ours" | "theirs";
}

export interface MissedRow {
  id: string;
  number: string;
  since: Instant;
}

export interface Month {
  month: string;
}

export interface MoveSlip {
  type: "move_slip";
  ticket: string;
  job: string;
  printer: string;
}

export interface NameSaid {
  counter: string;
  name: string;
  said: string;
  refused: string;
}

export interface Named {
  id: string;
  name: Text;
}

export interface NamedDone {
  type: "done";
  id: string;
  seq: number;
  result: TicketNamed;
}

export interface Names {
  counters: readonly CounterName[];
  lexicon?: readonly Word[];
  one?: "一" | "幺";
}

export interface NewLanguage {
  language: "zh" | "en";
}

export interface NewPassword {
  password: string;
  new: string;
}

export interface NewPin {
  password: string;
  pin: string;
}

export interface NewToken {
  type: "token";
  token: string;
}

export interface NotYetPaired {
  waiting: true;
}

export interface NoteAccess {
  type: "note_access";
  what: string;
  subject: string;
  detail?: string;
}

export interface NotedShown {
  at: Instant;
  last_at: Instant;
  what: "logged_in" | "log_in_refused" | "locked_out" | "own_password_changed" | "own_pin_changed" | "own_language_chosen" | "people_read" | "devices_read" | "events_read" | "report_read" | "report_saved" | "set_up_saved" | "printer_confirmed";
  who: string;
  address: string;
  detail: string;
  title: Text;
  said: Text;
  times: number;
}

export interface Nothing {

}

export interface NothingDone {
  type: "done";
  id: string;
  seq: number;
  result: Nothing;
}

export interface Notice {
  id: string;
  text: Text;
  first_day: string | null;
  last_day: string | null;
  places: readonly string[];
}

export interface NoticePaper {
  name: Text;
  agent: boolean;
}

export interface NoticeView {
  hall: Text;
  phone: string;
  kind: string;
  state: string;
  service: Text;
  missing: readonly NoticePaper[];
  reason: Text;
  last_day: string;
  code: string;
  days: readonly DayOpen[];
}

export interface NumberFound {
  standing: Standing;
  page: string;
}

export interface NumbersFound {
  tickets: readonly NumberFound[];
  services: readonly Named[];
  printers: readonly PrinterChoice[];
  paper: PaperFound | null;
}

export interface OfferRemedy {
  type: "offer_remedy";
  ticket: string;
  where?: string;
  by?: string;
}

export interface OpenCase {
  type: "open_case";
  ticket: string;
}

export interface OpenCounter {
  type: "open_counter";
  counter: string;
  staff?: string;
  profile?: string | null;
}

export interface OwnPapers {
  service: string;
  materials: readonly Text[];
}

export interface OwnPin {
  has_pin: boolean;
}

export interface PackShown {
  id: string;
  name: Text;
  kind: Text;
  hours: string;
}

export interface PageShown {
  name: Text;
  path: string;
  of_counter: boolean;
}

export interface Paired {
  token: string;
  actor: Actor;
}

export interface PairedScreen {
  screen: string;
}

export interface PairingCode {
  code: string;
  secret: string;
  expires_at: Instant;
  qr: string;
}

export interface Pairings {
  waiting: readonly WaitingPlace[];
  roles: readonly RolePlaces[];
  names: readonly string[];
}

export interface PaperFound {
  code: string;
  kind: string;
  called: string;
  service: Text;
  why_not: Text | null;
}

export type ParkKind = "customer_away" | "documents_held" | "waiting_step";

export interface ParkTicket {
  type: "park_ticket";
  counter: string;
  ticket: string;
  kind: ParkKind;
}

export interface PasswordJudged {
  level: 0 | 1 | 2 | 3;
  fits: boolean;
  text: Text;
}

export interface PasswordOnce {
  password: string;
}

export interface PasswordTyped {
  login: string;
  password: string;
}

export interface PauseCounter {
  type: "pause_counter";
  counter: string;
  reason: string;
}

export interface PeopleCome {
  queue: string;
  people: number;
  type: "people_come";
}

export interface PeriodShown {
  kind: "day" | "week" | "month" | "year";
  first: string;
  last: string;
}

export interface Person {
  login: string;
  name: string;
  role: string;
  active: boolean;
  has_pin: boolean;
  locked_until: Instant | null;
}

export interface PersonAdded {
  login: string;
  name: string;
  role: string;
  password?: string;
}

export interface PersonChanged {
  name?: string | null;
  role?: string | null;
}

export interface PersonCount {
  person: string;
  n: number;
}

export interface PersonToPlan {
  login: string;
  name: string;
}

export interface Place {
  id: string;
  name: Text;
  taken: boolean;
}

export interface PlanDay {
  type: "plan_day";
  day: string;
  shifts?: readonly Shift[];
  seen?: readonly Shift[] | null;
  by?: string;
}

export interface PlanDroppedEntry {
  seq: number;
  at: Instant;
  actor: string;
  name: string;
  kind: "plan_dropped";
  title: Text;
  note: string;
  changes: readonly ChangeShown[];
  undoes: number;
  can_undo: boolean;
  plan: string;
}

export interface PlanEntry {
  seq: number;
  at: Instant;
  actor: string;
  name: string;
  kind: "plan";
  title: Text;
  note: string;
  changes: readonly ChangeShown[];
  undoes: number;
  can_undo: boolean;
  plan: string;
  valid_from: string;
}

export interface PlanShown {
  plan: string;
  valid_from: string;
  by: string;
  note: string;
  changes: readonly ChangeShown[];
}

export interface Point {
  at: Instant;
  clock: string;
  waited_seconds: number;
  service: string;
  number: string;
  ticket: string;
  remedied: boolean;
}

export type Post = "counter" | "guide" | "leader";

export interface Preview {
  template: SlipTemplate;
  dots?: number;
  language?: "zh" | "en";
}

export interface PrintAsk {
  type: "print";
  id: string;
  printer: string;
  step: string;
  data: string;
}

export interface PrintPaper {
  type: "print_paper";
  code: string;
  printer?: string;
  by?: string;
}

export interface PrinterChoice {
  id: string;
  name: Text;
  down: boolean;
}

export interface PrinterConfig {
  id: string;
  name: Text;
  kind: string;
  address: string;
  dots: number;
  mode: "raster" | "text";
  ack: "gs_r" | "none";
  raster: "banded" | "plain";
  large: boolean;
  density: number;
  cut: "partial" | "full" | "none";
  feed: number;
  fallback: string;
}

export interface PrinterSaid {
  type: "printer";
  id: string;
  outcome: string;
  detail: string;
}

export interface PrinterState {
  id: string;
  state: "ok" | "warn" | "down" | "unknown";
  state_text: Text;
  detail: string;
  text: Text;
}

export type PriorityClass = "ordinary" | "priority";

export interface Problem {
  code: string;
  text: Text;
  fields: Record<string, string>;
}

export interface Profile {
  id: string;
  name: Text;
  queues: readonly string[];
  helps: readonly string[];
}

export interface ProfileChanges {
  counter: string;
  profile: string;
  type: "profile_changes";
}

export interface Pronunciation {
  written: string;
  spoken: string;
}

export interface Proposal {
  step: ProposedStep;
  counter: string;
  profile: string;
  people: number;
  without: number;
  after: number;
  noise: number;
  mean_wait?: number;
  newcomer?: number;
  ticket?: string;
  begins?: Instant | null;
  minutes?: number;
}

export interface ProposalRow {
  step: ProposedStep;
  counter: string;
  counter_name: Text;
  profile: string;
  profile_name: Text;
  people: number;
  without: number;
  after: number;
  mean_wait: number;
  newcomer: number;
  number: string;
  begins: Instant | null;
  minutes: number;
}

export type ProposedStep = "open" | "switch" | "resume" | "later" | "miss" | "assist";

export interface PublicBooking {
  hall: Text;
  phone: string;
  bookable: BookableDay | null;
}

export interface Queue {
  id: string;
  letter: string;
  name: Text;
  zone: string;
}

export interface QueueView {
  queue: string;
  letter: string;
  name: Text;
  zone: Text;
  waiting: number;
  longest_from: Instant | null;
  wait: WaitView;
}

export interface QuietDay {
  weekday: number;
  times: readonly QuietTime[];
}

export interface QuietTime {
  begins: string;
  ends: string;
  minutes: number;
  n: number;
}

export interface QuietWeek {
  weeks: number;
  days: readonly QuietDay[];
}

export interface RaiseAlert {
  type: "raise_alert";
  kind: string;
  subject: string;
  detail?: string;
}

export interface RaiseTask {
  type: "raise_task";
  kind: string;
  subject: string;
  roles: readonly string[];
  detail?: string;
}

export interface Range {
  least: number;
  most: number;
}

export interface Rate {
  type: "rate";
  counter: string;
  evaluation: string;
  level: number;
  reaction_ms?: number;
}

export interface RateWait {
  type: "rate_wait";
  counter: string;
  evaluation: string;
  level: number;
}

export interface ReachRung {
  type: "reach_rung";
  ticket: string;
  act: string;
}

export interface Recall {
  type: "recall";
  counter: string;
  ticket: string;
}

export interface RecordShown {
  type: "record_shown";
  call: string;
  screen: string;
}

export interface RecordSlip {
  type: "record_slip";
  ticket: string;
  job: string;
  state: SlipState;
  detail?: string;
  printer?: string;
}

export interface RecordSpoken {
  type: "record_spoken";
  call: string;
  announcement: number;
  outcome: string;
  detail?: string;
  voice?: string;
  speaker?: string;
}

export interface Reference {
  naming: "queues" | "services" | "terminals" | "segment_rules" | "profiles" | "counters" | "layouts" | "media" | "notices" | "strips" | "ladders";
  fields: readonly string[];
  named: "zones" | "queues" | "services" | "segments" | "profiles" | "counters";
  last: "replaced" | "goes";
}

export interface RefusedAsk {
  code: string;
  text: Text;
  fields: Record<string, string>;
  type: "refused";
  id: string;
  problems: readonly WrongPlace[];
}

export interface RemedyBanner {
  state: string;
  unsettled: boolean;
  script: Text;
  script_version: number;
  acknowledged: boolean;
  gifts: readonly GiftRow[];
  gift: string;
  settled_by: string;
}

export interface RemoteNow {
  services: readonly string[];
  left: number;
  arrive_minutes: number;
  grace_minutes: number;
}

export interface ReportDevice {
  type: "report_device";
  device: string;
  kind: string;
  state: string;
  detail?: string;
}

export interface ReportList {
  reports: readonly ReportTitle[];
  periods: readonly string[];
  formats: readonly string[];
}

export interface ReportRow {
  cells: Record<string, boolean | number | string | Text | ShareCell | TooFew | null>;
  events: string;
  tickets: string;
}

export interface ReportShown {
  name: string;
  title: Text;
  hall: Text;
  period: PeriodShown;
  opening: Text;
  people: Record<string, string | Text>;
  tables: readonly ReportTable[];
  snapshot: LockedMonth | null;
}

export interface ReportTable {
  id: string;
  title: Text;
  columns: readonly Column[];
  rows: readonly ReportRow[];
  note: Text;
}

export interface ReportTerminal {
  type: "report_terminal";
  terminal: string;
  works: boolean;
  detail?: string;
  by?: string;
}

export interface ReportTitle {
  name: string;
  title: Text;
}

export interface ReprintSlip {
  type: "reprint_slip";
  ticket: string;
  printer?: string;
}

export interface RequeueTicket {
  type: "requeue_ticket";
  ticket: string;
}

export interface RestoreService {
  type: "restore_service";
  service: string;
}

export interface ResumeCounter {
  type: "resume_counter";
  counter: string;
}

export interface ResumeTicket {
  type: "resume_ticket";
  ticket: string;
  counter?: string | null;
}

export interface ReturnToQueue {
  type: "return_to_queue";
  counter: string;
  ticket: string;
}

export interface RolePlaces {
  id: string;
  name: Text;
  needs_place: boolean;
  places: readonly Place[];
}

export interface Room {
  full: number;
  legible: number;
  screens: Text;
}

export interface RosterDay {
  day: string;
  today: string;
  days: readonly string[];
  opens: string;
  closes: string;
  counters: readonly Named[];
  people: readonly PersonToPlan[];
  shifts: readonly ShiftRow[];
  half_hours: readonly HalfHour[];
  gaps: readonly Gap[];
}

export interface RosterNow {
  gaps: readonly Gap[];
  late: readonly LateCounter[];
  absent: readonly string[];
}

export interface Rung {
  act: string;
  after_seconds: number;
  tells: readonly string[];
}

export interface Saved {
  changes: readonly ChangeShown[];
  planned: string | null;
  config: HallConfig;
  seq: number;
}

export interface Script {
  moment: string;
  version: number;
  text: Text;
  effective_from: string;
}

export interface ScriptView {
  moment: string;
  version: number;
  text: Text;
}

export interface Segment {
  id: string;
  name: Text;
  priority: boolean;
  at_kiosk: boolean;
}

export interface SegmentRule {
  id: string;
  segment: string;
  service: string;
  queue: string;
  materials: readonly Text[];
}

export interface Service {
  id: string;
  name: Text;
  queue: string;
  standard_seconds: number;
  mean_seconds: number;
  daily_customers: number;
  materials: readonly Text[];
  e_channels: readonly EChannel[];
  note: Text;
  fee: Text;
  entry: CatalogueEntry;
}

export interface SetPeakMode {
  type: "set_peak_mode";
  on: boolean;
  by?: string;
}

export interface SetRainMode {
  type: "set_rain_mode";
  on: boolean;
  by?: string;
}

export interface SetStock {
  type: "set_stock";
  gift: string;
  pieces: number;
}

export interface SetUp {
  config: HallConfig;
  seq: number;
  plans: readonly PlanShown[];
  names: Record<string, string>;
  choices: Choices;
  figures: readonly FigureShown[];
  ready: readonly Step[];
  address: string;
  pages: readonly PageShown[];
  usual_rungs: readonly Rung[];
  dearest_gift_fen: number;
  references: readonly Reference[];
}

export interface SettleClock {
  type: "settle_clock";
  to?: number | null;
  since?: number | null;
  by?: string;
}

export interface SetupProblem {
  code: string;
  text: Text;
  fields: Record<string, string>;
  problems: readonly WrongPlace[];
}

export interface Share {
  part: number;
  n: number;
  enough: boolean;
}

export interface ShareCell {
  k: number;
  n: number;
  minimum: number;
  value: number | null;
  enough: boolean;
}

export interface Sheet {
  name: Text;
  file: string;
}

export interface Shift {
  person: string;
  post?: Post;
  counter?: string;
  begins: string;
  ends: string;
}

export interface ShiftRow {
  person: string;
  name: string;
  post: Post;
  counter: string;
  begins: string;
  ends: string;
  absent: boolean;
  outside: boolean;
  late_minutes: number | null;
}

export interface SlipPicture {
  url: string;
  at: Instant;
}

export interface SlipSeen {
  printer: PrinterConfig;
  answer: "good" | "narrow" | "wide" | "broken" | "garbled" | "pale" | "dark" | "uncut" | "cut_in" | "torn" | "nothing";
  outcome: "printed" | "sent" | "unknown" | "held" | "misconfigured";
}

export interface SlipStanding {
  state: string;
  at: Instant;
  printer: string;
  printer_name: Text;
  reprints: number;
}

export type SlipState = "queued" | "held" | "sending" | "printed" | "sent" | "unknown" | "dropped";

export interface SlipTemplate {
  logo: string;
  head: Text;
  foot: Text;
  leaves_out: readonly string[];
  languages: "both" | "zh";
  large: boolean;
}

export interface SlotView {
  at: Instant;
  free: number;
}

export interface Sound {
  type: "sound";
  state: "on" | "blocked";
}

export interface SoundMade {
  sound: string;
  seconds: number;
  outcome: string;
  voice: string;
  preparing: boolean;
  sentence: Text;
}

export interface SpanAhead {
  minutes: number;
  all: LineBeside;
  queues: readonly LineBeside[];
}

export interface SpecialDay {
  day: string;
  name: Text;
  hours: Hours | null;
}

export interface Spot {
  x: number;
  y: number;
}

export interface Standing {
  id: string;
  number: string;
  service: string;
  service_name: Text;
  issued_as: Text | null;
  queue_name: Text;
  zone_name: Text;
  state: string;
  since: Instant;
  issued_at: Instant;
  clock_from: Instant;
  waited_seconds: number;
  priority: boolean;
  channel: string;
  ahead: number;
  wait: WaitView;
  only_counter: Text | null;
  call: CallStanding | null;
  slip: SlipStanding | null;
  remedy: RemedyBanner | null;
  explained: boolean;
  can: readonly CanDo[];
  booked_for: Instant | null;
  owner: string;
  segment: Text;
  steps: readonly StepRow[];
  came_with: string;
  owed: readonly Text[];
  notice: NoticeView | null;
}

export interface StartFormFilling {
  type: "start_form_filling";
  ticket: string;
}

export interface StartService {
  type: "start_service";
  counter: string;
  ticket: string;
}

export interface Step {
  step: string;
  done: boolean;
  text: Text;
  href: string;
  button: Text;
}

export interface StepRow {
  name: Text;
  done: boolean;
}

export interface Strip {
  id: string;
  kind: string;
  address: string;
  counter: string;
  columns: number;
  idle: Text;
}

export interface StripTested {
  outcome: "shown" | "held";
  detail: string;
  sentence: Text;
}

export interface SuspendService {
  type: "suspend_service";
  service: string;
  reason: Text;
  until?: string;
}

export interface TakeOtherWay {
  type: "take_other_way";
  service: string;
  by?: string;
}

export interface TakeProposal {
  type: "take_proposal";
  step: ProposedStep;
  counter: string;
  profile: string;
  by?: string;
}

export interface TakeRemote {
  type: "take_remote";
  service: string;
  phone: string;
  network: string;
  language?: string;
  expected_wait_seconds?: number | null;
}

export interface TakeReturn {
  type: "take_return";
  code: string;
  channel?: string;
  language?: string;
  segment?: string;
  priority?: PriorityClass;
  priority_reason?: string;
  printer?: string;
  expected_wait_seconds?: number | null;
  by?: string;
}

export interface TakeTask {
  type: "take_task";
  task: string;
  by?: string;
}

export interface TakenBack {
  id: string;
  seq: number;
}

export interface TakenRow {
  id: string;
  of: ProposalRow;
  at: Instant;
  by: string;
  in_time: number;
  left: number;
  judged: boolean;
  undone: boolean;
  undo_until: Instant | null;
}

export interface TaskRow {
  id: string;
  kind: string;
  ticket: string;
  number: string;
  roles: readonly string[];
  raised_at: Instant;
  detail: string;
  taken_by: string;
  repeat_seconds: number;
  at: Text;
  taken_by_name: string;
}

export interface TellKeyPoints {
  type: "tell_key_points";
  ticket: string;
  printer?: string;
  by?: string;
}

export interface Terminal {
  id: string;
  name: Text;
  zone: string;
  services: readonly string[];
}

export interface TerminalAt {
  id: string;
  name: Text;
  zone: Text;
}

export interface TerminalRow {
  id: string;
  name: Text;
  zone: Text;
  services: readonly string[];
  works: boolean;
  since: Instant | null;
  detail: string;
}

export interface TestSlip {
  printer: PrinterConfig;
}

export interface TestStrip {
  strip: Strip;
  text: string;
}

export interface Tested {
  outcome: "printed" | "sent" | "unknown" | "held" | "misconfigured";
  detail: string;
  text: Text;
  sentence: Text;
  advice: Text;
}

export interface Text {
  zh: string;
  en: string;
}

export interface ThreeDo {
  at_once: Share;
  in_standard: Share;
  satisfied: Share;
  finished: number;
}

export interface Threshold {
  seconds: number;
  title: Text;
}

export interface TickStep {
  type: "tick_step";
  ticket: string;
  step: number;
  done?: boolean;
  by?: string;
}

export interface TicketListed {
  ticket: string;
  number: string;
  service: Text;
  priority: boolean;
  day: string;
  issued_at: Instant;
  called_at: Instant | null;
  waited_seconds: number | null;
  counter: Text;
  staff: string;
  outcome: Text;
  remedy: string;
  rating: number;
}

export interface TicketNamed {
  ticket: string;
  number: string;
  counter: string;
}

export interface TicketOver {
  ticket: string;
  token: string;
  number: string;
  state: "expired";
}

export interface TicketView {
  hall: Text;
  ticket: string;
  token: string;
  number: string;
  service: Text;
  state: string;
  ahead: number;
  wait: WaitView;
  zone: Text;
  counter: string;
  counter_name: Text | null;
  issued_at: Instant;
  materials: readonly Text[];
  phone: string;
  may_give_way: boolean;
  may_cancel: boolean;
  now_calling: readonly CallNow[];
  agent_materials: readonly Text[];
  incomplete: boolean;
  fee: Text;
  limit: Text;
  forms: readonly BlankForm[];
  booked_for: Instant | null;
  arrival: ArrivalView | null;
  never_came: boolean;
}

export interface TicketsShown {
  n: number;
  tickets: readonly TicketListed[];
  people: Record<string, string | Text>;
}

export interface Together {
  config: HallConfig;
  draft: HallConfig;
}

export interface TooFew {
  n: number;
  minimum: number;
  too_few: boolean;
}

export interface TransferTicket {
  type: "transfer_ticket";
  counter: string;
  ticket: string;
  to_queue?: string | null;
  to_counter?: string | null;
  to_staff?: string | null;
  position?: "keep_arrival" | "first" | "last";
}

export interface TrialStep {
  next: "done" | "again" | "by_hand";
  printer: PrinterConfig;
  advice: Text;
}

export interface Trouble {
  code: string;
  text: Text;
}

export interface TryOut {
  text?: string;
  counter?: string;
  language?: "zh" | "en";
  zone?: string;
  aloud?: boolean;
}

export interface TurnDay {
  type: "turn_day";
}

export interface Undo {
  ticket: string;
  number: string;
  what: string;
  until: Instant;
}

export interface UndoLast {
  type: "undo_last";
  counter: string;
  ticket: string;
}

export interface UndoProposal {
  type: "undo_proposal";
  proposal: string;
  by?: string;
}

export type View = KioskView | CounterView | WindowView | LobbyView | ManagerView | GuideView | EvaluatorView;

export interface ViewMessage {
  type: "view";
  seq: number;
  epoch: number;
  time: Instant;
  view: View;
}

export interface VoiceConfig {
  engines: readonly string[];
  one: "一" | "幺";
  lexicon: readonly Pronunciation[];
  volume: number;
  volume_steps: readonly VolumeStep[];
}

export interface VolumeStep {
  at: string;
  volume: number;
}

export interface WaitSeries {
  date: string;
  lines: readonly Threshold[];
  services: Record<string, Text>;
  points: readonly Point[];
}

export interface WaitView {
  state: string;
  minutes: number;
  low: number;
  why: string;
  doubtful: boolean;
}

export interface WaitingPlace {
  screen: string;
  place: string;
}

export interface WaiveCase {
  type: "waive_case";
  ticket: string;
  reason: string;
  by?: string;
}

export interface WalkDirect {
  type: "walk_direct";
  counter: string;
  service: string;
}

export interface Wanted {
  base: HallConfig;
  config: HallConfig;
  valid_from?: string | null;
  note?: string;
  confirmed?: readonly string[];
  id: string;
  dry?: boolean;
}

export type Way = "self_service" | "e_channel" | "form_desk" | "back_office" | "other_dept" | "answered";

export interface WayCount {
  way: string;
  n: number;
}

export interface Weekday {
  weekday: number;
  hours: Hours | null;
}

export interface Welcome {
  type: "welcome";
  protocol: number;
  build: string;
  time: Instant;
  zone: string;
  languages: "both" | "zh";
  actor: Actor;
}

export interface WhatIf {
  supposed: readonly (CounterOpens | CounterCloses | CounterPauses | CounterResumes | ProfileChanges | LunchMoves | CounterHelps | PeopleCome | IssuingStops)[];
}

export type Why = "" | "when_closed" | "when_idle" | "when_calling" | "when_called" | "when_serving" | "when_paused" | "when_remedy" | "no_undo" | "no_remedy";

export interface WindowView {
  counter: string;
  name: Text;
  state: string;
  profile: Text;
  business: readonly Text[];
  dedicated: boolean;
  room: boolean;
  staff: string;
  number: string;
  call: string;
  announcement: number;
  announced_at: Instant | null;
  pause_reason: string;
  instead: readonly string[];
  instead_rooms: readonly Text[];
}

export interface Wish {
  id: string;
  phone: string;
  service: string;
  language?: string;
}

export interface Word {
  written: string;
  spoken: string;
}

export interface WrongPlace {
  where: string;
  place: Text;
  text: Text;
}

export interface Zone {
  id: string;
  name: Text;
  area: Area | null;
  speaks_apart: boolean;
  speaker: string;
}

export interface ZoneView {
  id: string;
  name: Text;
  waiting: number;
}

export type Command =
  | AcknowledgeAlert
  | AddService
  | ApplyPlan
  | AskForCounter
  | BookAppointment
  | CallNext
  | CallSpecific
  | CancelAppointment
  | CancelTicket
  | ChangeProfile
  | ChangeService
  | CheckIn
  | ClearAlert
  | CloseCounter
  | CloseDay
  | CloseEvaluation
  | CloseHandover
  | ComeWithCode
  | ConfirmArrival
  | DeclineGift
  | Divert
  | DropPlan
  | DropTask
  | EndFormFilling
  | ExplainWait
  | FinishTicket
  | FreeTicket
  | GiveGift
  | GiveNotice
  | GivePass
  | GiveReasons
  | GiveWater
  | GiveWay
  | GoOnRestored
  | Greet
  | HandOver
  | IssueTicket
  | JudgeProposal
  | KeepRemote
  | LapseAppointments
  | LeadShift
  | LeaseNumbers
  | LookAhead
  | MakeProposals
  | MarkAbsence
  | MarkNoShow
  | MarkWalkout
  | MergeOffline
  | MoveSlip
  | NoteAccess
  | OfferRemedy
  | OpenCase
  | OpenCounter
  | ParkTicket
  | PauseCounter
  | PlanDay
  | PrintPaper
  | RaiseAlert
  | RaiseTask
  | Rate
  | RateWait
  | ReachRung
  | Recall
  | RecordShown
  | RecordSlip
  | RecordSpoken
  | ReportDevice
  | ReportTerminal
  | ReprintSlip
  | RequeueTicket
  | RestoreService
  | ResumeCounter
  | ResumeTicket
  | ReturnToQueue
  | SetPeakMode
  | SetRainMode
  | SetStock
  | SettleClock
  | StartFormFilling
  | StartService
  | SuspendService
  | TakeOtherWay
  | TakeProposal
  | TakeRemote
  | TakeReturn
  | TakeTask
  | TellKeyPoints
  | TickStep
  | TransferTicket
  | TurnDay
  | UndoLast
  | UndoProposal
  | WaiveCase
  | WalkDirect;

export interface Paths {
  "/api/access_record": { get: { query?: { limit?: number }; answer: readonly NotedShown[] } };
  "/api/appointments": { get: { query?: { day?: string | null }; answer: AppointmentsOfDay } };
  "/api/booking": { get: { query?: { day?: string | null }; answer: PublicBooking }; post: { body: Booking; answer: AppointmentView } };
  "/api/booking/{code}": { get: { answer: AppointmentView } };
  "/api/booking/{code}/cancel": { post: { answer: AppointmentView } };
  "/api/booking/{code}/code.svg": { get: { answer: Blob } };
  "/api/catalogue": { get: { answer: Catalogue } };
  "/api/demo": { get: { answer: DemoSwitch } };
  "/api/demo/reset": { post: { answer: DemoSwitch } };
  "/api/demo/start": { post: { answer: DemoSwitch } };
  "/api/demo/stop": { post: { answer: DemoSwitch } };
  "/api/devices": { get: { answer: readonly DeviceShown[] } };
  "/api/devices/{device_id}": { post: { body: DeviceChanged; answer: Acknowledged } };
  "/api/devices/{device_id}/revoke": { post: { answer: Acknowledged } };
  "/api/devices/{device_id}/rotate": { post: { answer: DeviceRotated } };
  "/api/documents": { post: { body: Blob; answer: KeptDocument } };
  "/api/drill": { post: { body: DrillHeld; answer: Acknowledged } };
  "/api/events": { get: { query?: { ticket?: string; case?: string; counter?: string; service?: string; staff?: string; what?: "" | "calls" | "cases" | "ratings" | "care" | "door"; period?: "day" | "week" | "month" | "year"; date?: string | null; limit?: number }; answer: EventsShown } };
  "/api/hall": { get: { answer: HallInfo } };
  "/api/hall/now": { get: { answer: HallNow } };
  "/api/handovers": { get: { answer: HandoversShown } };
  "/api/login": { post: { body: LogIn; answer: LoggedIn } };
  "/api/logout": { post: { answer: Acknowledged } };
  "/api/me": { get: { answer: Actor } };
  "/api/me/language": { post: { body: NewLanguage; answer: Acknowledged } };
  "/api/me/password": { post: { body: NewPassword; answer: LoggedIn } };
  "/api/me/pin": { get: { answer: OwnPin }; post: { body: NewPin; answer: Acknowledged } };
  "/api/media": { post: { body: Blob; answer: KeptMedium } };
  "/api/notice/{code}": { get: { answer: NoticeView } };
  "/api/notice/{code}/code.svg": { get: { answer: Blob } };
  "/api/numbers": { get: { query: { number: string }; answer: NumbersFound } };
  "/api/numbers/{ticket}/life": { get: { answer: EventsShown } };
  "/api/pairing": { get: { answer: Pairings }; post: { body: AskToPair; answer: PairingCode | Paired } };
  "/api/pairing/claim": { post: { body: Claim; answer: Paired | NotYetPaired } };
  "/api/pairing/confirm": { post: { body: Confirm; answer: PairedScreen } };
  "/api/pairing/{code}": { get: { answer: CodeFound } };
  "/api/people": { get: { answer: readonly Person[] }; post: { body: PersonAdded; answer: PasswordOnce } };
  "/api/people/{login}": { post: { body: PersonChanged; answer: Acknowledged } };
  "/api/people/{login}/password": { post: { answer: PasswordOnce } };
  "/api/people/{login}/put_out": { post: { answer: Acknowledged } };
  "/api/people/{login}/readmit": { post: { answer: PasswordOnce } };
  "/api/people/{login}/withdraw": { post: { answer: Acknowledged } };
  "/api/printers": { get: { answer: readonly PrinterState[] } };
  "/api/printers/found": { get: { answer: readonly FoundPrinter[] } };
  "/api/printers/test": { post: { body: TestSlip; answer: Tested } };
  "/api/printers/test/seen": { post: { body: SlipSeen; answer: TrialStep } };
  "/api/qr/{token}.svg": { get: { answer: Blob } };
  "/api/quiet": { get: { answer: QuietWeek } };
  "/api/remote": { post: { body: Wish; answer: TicketView } };
  "/api/reports": { get: { answer: ReportList } };
  "/api/reports/forecast/today": { get: { answer: ExpectedToday } };
  "/api/reports/monthly/lock": { post: { body: Month; answer: LockedMonth } };
  "/api/reports/tickets": { get: { query: { of: "called" | "served" | "rated" | "asked" | "cases" | "cared" | "explained" | "watered" | "rung" | "calls" | "taken" | "diverted" | "mistyped" | "offered" | "met" | "prepared" | "served_prepared" | "wrote" | "enquiries" | "resolved" | "solved" | "stayed" | "noticed" | "open" | "kept" | "appointments" | "promised"; service?: string | null; counter?: string | null; staff?: string | null; leader?: string | null; day?: string | null; clock?: string; when?: "" | "peak_hours" | "off_peak_hours" | "peak_days" | "ordinary_days"; level?: number; group?: "" | "remedied" | "cared" | "ordinary"; act?: string; after?: number; way?: string; period?: "day" | "week" | "month" | "year"; date?: string | null; order?: "taken" | "longest"; first?: number; limit?: number }; answer: TicketsShown } };
  "/api/reports/waits/series": { get: { query?: { date?: string | null }; answer: WaitSeries } };
  "/api/reports/workbook": { get: { query?: { date?: string | null }; answer: Blob } };
  "/api/reports/{name}": { get: { query?: { period?: "day" | "week" | "month" | "year"; date?: string | null; format?: "json" | "csv" | "xlsx" }; answer: ReportShown } };
  "/api/roster": { get: { query?: { day?: string | null }; answer: RosterDay } };
  "/api/setup": { get: { answer: SetUp }; post: { body: Wanted; answer: Saved } };
  "/api/setup/days": { post: { body: DaysOf; answer: readonly DayShown[] } };
  "/api/setup/draft": { post: { body: Draft; answer: Judged } };
  "/api/setup/file": { get: { answer: Blob }; post: { body: AsFile; answer: FileRead } };
  "/api/setup/first": { get: { answer: FirstNeeded }; post: { body: FirstSetUp; answer: LoggedIn } };
  "/api/setup/first/hours": { post: { body: HoursTyped; answer: HoursJudged } };
  "/api/setup/first/password": { post: { body: PasswordTyped; answer: PasswordJudged } };
  "/api/setup/form": { get: { answer: readonly Field[] } };
  "/api/setup/history": { get: { query?: { limit?: number }; answer: readonly (ConfigEntry | PlanEntry | PlanDroppedEntry | AccessEntry)[] } };
  "/api/setup/last_change": { get: { query?: { where?: string }; answer: LastChange | null } };
  "/api/setup/qr": { get: { query?: { path?: string }; answer: Blob } };
  "/api/setup/together": { post: { body: Merging; answer: Together } };
  "/api/setup/undo": { post: { body: TakenBack; answer: Saved } };
  "/api/slip/letters": { post: { body: Letters; answer: LettersFound } };
  "/api/slip/preview": { post: { body: Preview; answer: Blob } };
  "/api/slips": { get: { answer: readonly SlipPicture[] } };
  "/api/speech/{of}/{name}": { get: { query?: { lang?: string; segment?: string }; answer: Blob } };
  "/api/speech/{screen}": { get: { query?: { lang?: string }; answer: Blob } };
  "/api/strips/test": { post: { body: TestStrip; answer: StripTested } };
  "/api/ticket/{token}": { get: { answer: TicketView } };
  "/api/ticket/{token}/arrive": { post: { body: AtTheDoor; answer: TicketView } };
  "/api/ticket/{token}/cancel": { post: { answer: TicketView } };
  "/api/ticket/{token}/later": { post: { answer: TicketView } };
  "/api/views/{screen}": { get: { query?: { place?: string }; answer: View } };
  "/api/voice": { get: { answer: Engines } };
  "/api/voice/names": { post: { body: Names; answer: readonly NameSaid[] } };
  "/api/voice/test": { post: { body: TryOut; answer: SoundMade } };
  "/api/ways/{service}/{nth}.svg": { get: { answer: Blob } };
  "/api/what-if": { post: { body: WhatIf; answer: Compared } };
  "/documents/{name}": { get: { answer: Blob } };
  "/health": { get: { answer: Health } };
  "/media/{name}": { get: { answer: Blob } };
  "/metrics": { get: { answer: Blob } };
  "/slips/{name}.png": { get: { answer: Blob } };
  "/sounds/{name}.wav": { get: { answer: Blob } };
}

export interface Results {
  acknowledge_alert: NamedDone;
  add_service: NamedDone;
  apply_plan: NamedDone;
  ask_for_counter: NamedDone;
  book_appointment: BookedDone;
  call_next: NamedDone;
  call_specific: NamedDone;
  cancel_appointment: NamedDone;
  cancel_ticket: NamedDone;
  change_profile: NamedDone;
  change_service: NamedDone;
  check_in: IssuedDone;
  clear_alert: NamedDone;
  close_counter: NamedDone;
  close_day: NamedDone;
  close_evaluation: NamedDone;
  close_handover: NamedDone;
  come_with_code: CameDone;
  confirm_arrival: NamedDone;
  decline_gift: NamedDone;
  divert: NamedDone;
  drop_plan: NamedDone;
  drop_task: NamedDone;
  end_form_filling: NamedDone;
  explain_wait: NamedDone;
  finish_ticket: NamedDone;
  free_ticket: NamedDone;
  give_gift: NamedDone;
  give_notice: GivenDone;
  give_pass: GivenDone;
  give_reasons: NamedDone;
  give_water: NamedDone;
  give_way: NamedDone;
  go_on_restored: NamedDone;
  greet: NamedDone;
  hand_over: NamedDone;
  issue_ticket: IssuedDone;
  judge_proposal: NamedDone;
  keep_remote: NamedDone;
  lapse_appointments: NamedDone;
  lead_shift: NamedDone;
  lease_numbers: LeasedDone;
  look_ahead: NamedDone;
  make_proposals: NamedDone;
  mark_absence: NamedDone;
  mark_no_show: NamedDone;
  mark_walkout: NamedDone;
  merge_offline: IssuedDone;
  move_slip: NamedDone;
  note_access: NamedDone;
  offer_remedy: NamedDone;
  open_case: NamedDone;
  open_counter: NamedDone;
  park_ticket: NamedDone;
  pause_counter: NamedDone;
  plan_day: NamedDone;
  print_paper: NamedDone;
  raise_alert: NamedDone;
  raise_task: NamedDone;
  rate: NamedDone;
  rate_wait: NamedDone;
  reach_rung: NamedDone;
  recall: NamedDone;
  record_shown: NamedDone;
  record_slip: NamedDone;
  record_spoken: NothingDone;
  report_device: NamedDone;
  report_terminal: NamedDone;
  reprint_slip: NamedDone;
  requeue_ticket: NamedDone;
  restore_service: NamedDone;
  resume_counter: NamedDone;
  resume_ticket: NamedDone;
  return_to_queue: NamedDone;
  set_peak_mode: NamedDone;
  set_rain_mode: NamedDone;
  set_stock: NamedDone;
  settle_clock: NamedDone;
  start_form_filling: NamedDone;
  start_service: NamedDone;
  suspend_service: NamedDone;
  take_other_way: NamedDone;
  take_proposal: NamedDone;
  take_remote: NamedDone;
  take_return: IssuedDone;
  take_task: NamedDone;
  tell_key_points: NamedDone;
  tick_step: NamedDone;
  transfer_ticket: NamedDone;
  turn_day: NamedDone;
  undo_last: NamedDone;
  undo_proposal: NamedDone;
  waive_case: NamedDone;
  walk_direct: NamedDone;
}

export const SCREENS = {
  kiosk: { at: "printer", name: { zh: "取号机", en: "Kiosk" } },
  counter: { at: "counter", name: { zh: "窗口操作台", en: "Counter screen" } },
  window: { at: "counter", name: { zh: "窗口屏", en: "Window display" } },
  lobby: { at: "zone", name: { zh: "大屏", en: "Lobby board" } },
  manager: { at: "hall", name: { zh: "现场看板", en: "Live board" } },
  guide: { at: "hall", name: { zh: "引导平板", en: "Guide's tablet" } },
  evaluator: { at: "counter", name: { zh: "评价器", en: "Evaluator" } },
  printer: { at: "hall", name: { zh: "打印代理", en: "Print agent" } },
} as const;
