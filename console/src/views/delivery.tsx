/** Delivery: what waits for somebody's word, and per project what is deployed where. */
import type { DataOf } from '../ask.ts';
import { Ago, Empty, Panel, Shown, Status } from '../ui.tsx';
import { useAsk } from '../use-ask.ts';
import { Approvals } from './approvals.tsx';

type Project = NonNullable<NonNullable<DataOf<'DeliveryProjects'>['deliveryProjects']>['nodes']>[number];
type PullRequest = NonNullable<NonNullable<Project['pullRequestEnvironments']>['nodes']>[number];
type Environment = NonNullable<NonNullable<Project['environments']>['nodes']>[number];

/** The view. */
export function DeliveryView() {
  const asking = useAsk('DeliveryProjects', {}, { everyMs: 10_000 });
  return (
    <div className="views">
      <Approvals />
      <Shown
        asking={asking}
        field="deliveryProjects"
        value={asking.data?.deliveryProjects?.nodes}
        empty="There is no delivery project that you see."
      >
        {(projects) => projects.map((project) => <ProjectPanel key={project.id} project={project} />)}
      </Shown>
    </div>
  );
}

function ProjectPanel({
  project: { slug, name, repoSlug, environments, pullRequestEnvironments },
}: {
  project: Project;
}) {
  const places = environments?.nodes ?? [];
  const previews = pullRequestEnvironments?.nodes ?? [];
  return (
    <Panel title={name} wide aside={<span className="faint">{repoSlug ?? slug}</span>}>
      {places.length === 0 && <Empty>It has no environment.</Empty>}
      <div className="environments">
        {places.map((environment) => (
          <EnvironmentCard key={environment.id} environment={environment} />
        ))}
        {previews.length > 0 && <PullRequests previews={previews} />}
      </div>
    </Panel>
  );
}

function PullRequests({ previews }: { previews: readonly PullRequest[] }) {
  return (
    <article aria-label="Environments of pull requests">
      <h3>pull requests</h3>
      <ul>
        {previews.map(({ id, number, branch, state, url, lastError, updatedAt }) => (
          <li key={id} title={lastError ?? undefined}>
            <Status of={state} /> {url === null ? `#${number}` : <a href={url}>#{number}</a>} {branch}{' '}
            <Ago at={updatedAt} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function EnvironmentCard({ environment: { name, requiresApproval, deployments } }: { environment: Environment }) {
  const latest = deployments?.nodes ?? [];
  return (
    <article aria-label={`Environment ${name.toLowerCase()}`}>
      <h3>
        {name.toLowerCase()} {requiresApproval && <span className="faint">by approval</span>}
      </h3>
      {latest.length === 0 && <Empty>Nothing was deployed.</Empty>}
      <ul>
        {latest.map(({ id, status, createdAt, build }) => (
          <li key={id}>
            <Status of={status} /> {build?.branch} <code>{build?.gitSha.slice(0, 8)}</code> <Ago at={createdAt} />
          </li>
        ))}
      </ul>
    </article>
  );
}
