// A sketch may be any JSON value.
type Sketch = { accuracy: number };

export function sketchOf(durations: number[], accuracy: number): Sketch {
  return { accuracy };
}

export function merge(sketches: Sketch[]): Sketch {
  return sketches[0];
}

export function percentile(sketch: Sketch, percent: number): number | null {
  return null;
}
