interface Props {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, on, disabled = false, onChange }: Props) {
  return (
    <button
      type="button"
      class="hw-switch"
      role="switch"
      aria-checked={on}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="hw-switch-track" aria-hidden="true">
        <span class="hw-switch-thumb" />
      </span>
      {label}
    </button>
  );
}
