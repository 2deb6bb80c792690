// One choice out of a few, each big enough for a thumb.
interface Props {
  label: string;
  value: string;
  options: readonly (readonly [id: string, name: string])[];
  wide?: boolean;
  choose: (id: string) => void;
}

export const Pick = ({ label, value, options, wide, choose }: Props) => (
  <fieldset class={wide ? "pick wide" : "pick"}>
    <legend>{label}</legend>
    <div>
      {options.map(([id, name]) => (
        <label key={id} class={id === value ? "chosen" : ""}>
          <input type="radio" name={label} checked={id === value} onChange={() => choose(id)} />
          <span>{name}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
