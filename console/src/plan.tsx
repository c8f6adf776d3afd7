/** A query drawn as its plan: what each surface was asked, how long it took, how much came, and what the cache answered. */
import { type Call, type Report, sumUp } from './plan-of.ts';
import './plan.css';

/** The plan of one answer. @param ms Milliseconds of the whole, where that is known. */
export function Plan({ report, ms }: { report: Report | undefined; ms?: number }) {
  if (!report?.calls) return <p className="empty">This gateway tells of no calls: it does so in development alone.</p>;
  const { calls, cost, snapshot } = report;
  const sums = sumUp(calls);
  return (
    <div className="plan">
      <ul className="plan-sums">
        {sums.map(({ surface, calls: count, cached, ms: sumMs, rows, failed }) => (
          <li key={surface} className={`surface-${surface}`}>
            <strong>{surface}</strong>
            <span>
              {count === 1 ? '1 call' : `${count} calls`}
              {cached > 0 ? `, ${cached} from the cache` : ''}
            </span>
            <span>{rows ?? '–'} rows</span>
            <span>{sumMs} ms</span>
            {failed > 0 && <span className="plan-failed">{failed} failed</span>}
          </li>
        ))}
        {sums.length === 0 && <li>No surface was asked.</li>}
      </ul>
      {calls.length > 0 && <Calls calls={calls} />}
      <p className="plan-foot">
        {ms !== undefined && <span>{Math.round(ms)} ms in all. </span>}
        {cost && (
          <span>
            Cost {cost.actual ?? '–'} of {cost.estimated} estimated.{' '}
          </span>
        )}
        {snapshot && <span>Oldest answer of the cache: {new Date(snapshot.asOf).toLocaleTimeString()}.</span>}
      </p>
    </div>
  );
}

/** The calls in the order of their ends, each with a bar as long as it took. */
function Calls({ calls }: { calls: readonly Call[] }) {
  const longest = Math.max(...calls.map(({ ms }) => ms), 1);
  return (
    <table className="plan-calls" aria-label="Calls in the order of their ends">
      <thead>
        <tr>
          <th scope="col">call</th>
          <th scope="col">rows</th>
          <th scope="col">ms</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: calls have no name of their own, and never move
          <tr key={index} className={`surface-${call.surface}`}>
            <td>
              <span className="plan-surface">{call.surface}</span> {call.what}
              {call.asOf && <span className="plan-cached"> from the cache</span>}
              {call.outcome !== 'ok' && <span className="plan-failed"> {call.outcome}</span>}
              <span className="plan-bar" aria-hidden="true" style={{ width: `${(call.ms / longest) * 100}%` }} />
            </td>
            <td>{call.rows ?? '–'}</td>
            <td>{call.ms}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
