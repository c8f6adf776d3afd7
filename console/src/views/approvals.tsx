/** Approvals that wait, and the word that decides one. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type ArgumentsOf, ask, type DataOf } from '../ask.ts';
import { Ago, Badge, Facts, None, Panel, Problem, Shown } from '../ui.tsx';
import { troubleOf, useAsk } from '../use-ask.ts';
import type { Trouble } from '../words.ts';

type Approval = NonNullable<NonNullable<DataOf<'PendingApprovals'>['approvals']>['nodes']>[number];
type Decision = 'APPROVED' | 'REJECTED';

/** The list; each can be decided once. */
export function Approvals() {
  const asking = useAsk('PendingApprovals', {}, { everyMs: 10_000 });
  const who = useAsk('Who', {});
  const [told, setTold] = useState('');
  const isService = who.data?.viewer?.kind === 'SERVICE';
  const waiting = asking.data?.approvals?.nodes;
  return (
    <Panel
      title="Approvals"
      wide
      aside={<Badge tone={waiting?.length ? 'warn' : 'quiet'}>{waiting?.length ?? <None />}</Badge>}
    >
      <p role="status">{told}</p>
      <Shown asking={asking} field="approvals" value={waiting} empty="Nothing waits for your word.">
        {(approvals) => (
          <ul className="approvals">
            {approvals.map((approval) => (
              <ApprovalForm key={approval.id} approval={approval} isService={isService} onDecided={setTold} />
            ))}
          </ul>
        )}
      </Shown>
    </Panel>
  );
}

interface Given {
  readonly approval: Approval;
  /** A person decides in his own name; a service says whose. */
  readonly isService: boolean;
  readonly onDecided: (told: string) => void;
}

function ApprovalForm({ approval, isService, onDecided }: Given) {
  const { id, subject, subjectId, reason, requestedBy, requestedByPerson, createdAt, project, environment, build } =
    approval;
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const decide = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const decision = (submitter as HTMLButtonElement).value as Decision;
    const given = new FormData(event.currentTarget);
    const [comment, decidedBy] = ['comment', 'decidedBy'].map((name) => String(given.get(name) ?? '').trim());
    setIsAsking(true);
    const input = { approvalId: id, decision, ...(comment && { comment }), ...(decidedBy && { decidedBy }) };
    const refused = await decideOn(input);
    setIsAsking(false);
    setTrouble(refused);
    if (!refused) onDecided(`${reason}: ${decision.toLowerCase()}.`);
    await client.invalidateQueries();
  };
  return (
    <li>
      <h3>{reason}</h3>
      <Facts
        of={[
          ['For', `${subject} ${subjectId}`],
          ['Project', project && `${project.slug}${environment ? `, ${environment.name.toLowerCase()}` : ''}`],
          ['Build', build && `${build.branch} ${build.gitSha.slice(0, 8)}`],
          ['Asked by', requestedByPerson?.name ?? requestedBy],
          ['Asked', <Ago key="at" at={createdAt} />],
        ]}
      />
      <form className="row" onSubmit={(event) => void decide(event)}>
        <label className="grow">
          <span className="unseen">Comment on “{reason}”</span>
          <input name="comment" placeholder="Why, for the record" maxLength={500} />
        </label>
        {isService && (
          <label className="grow">
            <span className="unseen">Who decides on “{reason}”</span>
            <input name="decidedBy" required placeholder="Who decides: a service says so" maxLength={200} />
          </label>
        )}
        <button type="submit" value="APPROVED" disabled={isAsking}>
          Approve
        </button>
        <button type="submit" value="REJECTED" disabled={isAsking} className="danger">
          Reject
        </button>
      </form>
      {trouble && <Problem trouble={trouble} />}
    </li>
  );
}

/** Null where it was decided. */
async function decideOn(input: ArgumentsOf<'Decide'>['input']): Promise<Trouble | null> {
  try {
    const { data, errors } = await ask('Decide', { input });
    const [error] = errors;
    if (error) return { code: error.extensions.code, message: error.message };
    const [refusal] = data.decideApproval?.userErrors ?? [];
    return refusal ? { code: 'REFUSED', message: refusal.message } : null;
  } catch (error) {
    return troubleOf(error);
  }
}
