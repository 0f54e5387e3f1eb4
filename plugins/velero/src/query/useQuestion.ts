import {
  Dispatch,
  SetStateAction,
  startTransition,
  useCallback,
  useState,
} from 'react';

/**
 * What a reader asks of a list. The page that shows the answer renders with
 * it, for longer than a keystroke may wait: input comes first.
 */
export function useQuestion<T>(first: T): [T, Dispatch<SetStateAction<T>>] {
  const [question, setQuestion] = useState(first);
  const ask = useCallback(
    (next: SetStateAction<T>) => startTransition(() => setQuestion(next)),
    [],
  );
  return [question, ask];
}
