/** `4 s`, `2:05 min`, `3:20 h`: as exact as one cares. */
export function durationText(seconds: number): string {
  if (seconds < 9.95) return `${seconds < 0.95 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}:${twoDigits(whole % 60)} min`;
  return `${Math.floor(whole / 3600)}:${twoDigits(Math.floor((whole % 3600) / 60))} h`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
