// The parts every form of the set-up page is built from, at one address.
export { Field, Fields, Group, Section, useField } from "./form_field.tsx";
export { Clock, Day, Duration, NumberInput, TextInput, TwoTexts } from "./form_inputs.tsx";
export { Checks, Choice, Danger, Moves, Switch, type Option } from "./form_choices.tsx";
export { Rows } from "./form_rows.tsx";
