/** Who looks: a demo viewer to choose in development, else who has signed in. */
import { signOut } from './sign-in.ts';
import { START } from './start.ts';
import { choose, NOBODY, useChosen } from './token.ts';

/** At the top right of the page. */
export function ViewerChoice() {
  const chosen = useChosen();
  if (START.tokens.length === 0)
    return chosen ? (
      <div className="viewer-choice">
        <span>{chosen.name}</span>
        <button type="button" onClick={() => void signOut()}>
          Sign out
        </button>
      </div>
    ) : null;
  const options = [...START.tokens, NOBODY];
  return (
    <label className="viewer-choice">
      as{' '}
      <select
        id="viewer"
        value={chosen?.name ?? ''}
        onChange={({ target }) => choose(options.find(({ name }) => name === target.value) ?? NOBODY)}
      >
        {options.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
