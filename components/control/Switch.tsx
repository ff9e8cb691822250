interface Props {
  label: string;
  on: boolean;
  disabled?: boolean;
  /** The id of what says more. */
  describedBy?: string;
  onChange: (on: boolean) => void;
}

export function Switch({ label, on, disabled = false, describedBy, onChange }: Props) {
  return (
    <button
      type="button"
      class="hw-switch"
      role="switch"
      aria-checked={on}
      aria-describedby={describedBy}
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
