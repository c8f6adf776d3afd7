export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A whole number of bytes, from 0, as a number of JSON. Not an `Int`, which ends at 2 GiB: exact up to 9007199254740991 (2^53 - 1), some 9 PB. */
  ByteCount: { input: number; output: number; }
  /** A calendar day, `YYYY-MM-DD`, without a time zone. */
  Date: { input: string; output: string; }
  /** A point in time, RFC 3339 in UTC, e.g. `2026-03-01T08:30:00Z`. */
  DateTime: { input: string; output: string; }
  /** An exact decimal number as a string, e.g. `"1234.50"`; money stands beside its currency. */
  Decimal: { input: string; output: string; }
  /**
   * Any JSON value, as stored. A number comes back with the digits that were sent: one that a double cannot hold exactly, such
   * as `9007199254740993`, is refused with its place, and goes as a string.
   */
  JSON: { input: unknown; output: unknown; }
};

/** An account of the chart of accounts. Owner: Odoo, model `account.account`. */
export type Account = Node & {
  __typename?: 'Account';
  /** Type: decides where the account is reported and how it is closed. */
  accountType: Maybe<AccountType>;
  /** Whether it is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Number in the reader's company. */
  code: Maybe<Scalars['String']['output']>;
  /** Companies that use it. */
  companies: Maybe<CompanyConnection>;
  /** Currency of the company's books. */
  companyCurrency: Maybe<Currency>;
  /** Currency that all of its lines must have; null for any. */
  currency: Maybe<Currency>;
  /** Debit less credit of its posted lines, in the company's currency. */
  currentBalance: Maybe<Scalars['Decimal']['output']>;
  /** What it is for, in the reader's language. */
  description: Maybe<Scalars['String']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Group of the type. */
  internalGroup: Maybe<AccountInternalGroup>;
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Whether a receivable or payable account is left out of trade reports. */
  nonTrade: Maybe<Scalars['Boolean']['output']>;
  /** Internal notes. */
  note: Maybe<Scalars['String']['output']>;
  /** `code`, or where the reader's company has none, that of another company, with its name. */
  placeholderCode: Maybe<Scalars['String']['output']>;
  /** Whether its lines can be reconciled, e.g. invoices with payments. */
  reconcile: Maybe<Scalars['Boolean']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** An account of the chart of accounts. Owner: Odoo, model `account.account`. */
export type AccountCompaniesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CompanyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CompanyOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a list of Account. */
export type AccountConnection = {
  __typename?: 'AccountConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<AccountEdge>;
  /** The records of the page. */
  nodes: Array<Account>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Account and its place in the list. */
export type AccountEdge = {
  __typename?: 'AccountEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Account;
};

/** Which Account records to list; conditions beside each other must all hold. */
export type AccountFilter = {
  /** Condition on `accountType`. */
  accountType?: InputMaybe<AccountTypeFilter>;
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<AccountFilter>>;
  /** Condition on `code`. */
  code?: InputMaybe<StringFilter>;
  /** Condition on `companies`. */
  companies?: InputMaybe<CompanyListFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `description`. */
  description?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `internalGroup`. */
  internalGroup?: InputMaybe<AccountInternalGroupFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** Condition on `nonTrade`. */
  nonTrade?: InputMaybe<BooleanFilter>;
  /** This does not hold. */
  not?: InputMaybe<AccountFilter>;
  /** Condition on `note`. */
  note?: InputMaybe<StringFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<AccountFilter>>;
  /** Condition on `reconcile`. */
  reconcile?: InputMaybe<BooleanFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Account records with equal keys. */
export type AccountGroup = {
  __typename?: 'AccountGroup';
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: AccountGroupKeys;
  /** Greatest values of the group. */
  max: AccountMax;
  /** Smallest values of the group. */
  min: AccountMin;
};

/** One key of a grouping of Account. */
export type AccountGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: AccountGroupField;
};

/** Fields that Account records can be grouped by. */
export type AccountGroupField =
  /** By `accountType`. */
  | 'ACCOUNT_TYPE'
  /** By `active`. */
  | 'ACTIVE'
  /** By `code`. */
  | 'CODE'
  /** By `companies`. */
  | 'COMPANIES'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `name`. */
  | 'NAME'
  /** By `nonTrade`. */
  | 'NON_TRADE'
  /** By `note`. */
  | 'NOTE'
  /** By `reconcile`. */
  | 'RECONCILE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Account; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type AccountGroupKeys = {
  __typename?: 'AccountGroupKeys';
  /** The common `accountType`; of a time, where its interval begins. */
  accountType: Maybe<AccountType>;
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `code`; of a time, where its interval begins. */
  code: Maybe<Scalars['String']['output']>;
  /** The common `companies`; of a time, where its interval begins. */
  companies: Maybe<Company>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `description`; of a time, where its interval begins. */
  description: Maybe<Scalars['String']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `nonTrade`; of a time, where its interval begins. */
  nonTrade: Maybe<Scalars['Boolean']['output']>;
  /** The common `note`; of a time, where its interval begins. */
  note: Maybe<Scalars['String']['output']>;
  /** The common `reconcile`; of a time, where its interval begins. */
  reconcile: Maybe<Scalars['Boolean']['output']>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Account. */
export type AccountGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: AccountGroupOrderField;
};

/** What groups of Account can be ordered by. */
export type AccountGroupOrderField =
  /** By `accountType`. */
  | 'ACCOUNT_TYPE'
  /** By `active`. */
  | 'ACTIVE'
  /** By `code`. */
  | 'CODE'
  /** By `companies`. */
  | 'COMPANIES'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `nonTrade`. */
  | 'NON_TRADE'
  /** By `note`. */
  | 'NOTE'
  /** By `reconcile`. */
  | 'RECONCILE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Account. */
export type AccountGroupPage = {
  __typename?: 'AccountGroupPage';
  /** The groups. */
  groups: Array<AccountGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** Groups of types of account. */
export type AccountInternalGroup =
  /** Assets. */
  | 'ASSET'
  /** Equity. */
  | 'EQUITY'
  /** Expenses. */
  | 'EXPENSE'
  /** Income. */
  | 'INCOME'
  /** Liabilities. */
  | 'LIABILITY'
  /** Off the balance sheet. */
  | 'OFF';

/** A condition on a AccountInternalGroup; null satisfies none but `isNull`. */
export type AccountInternalGroupFilter = {
  /** Equal to. */
  eq?: InputMaybe<AccountInternalGroup>;
  /** One of. */
  in?: InputMaybe<Array<AccountInternalGroup>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<AccountInternalGroup>;
  /** None of. */
  notIn?: InputMaybe<Array<AccountInternalGroup>>;
};

/** A condition on a list of Account below a record. */
export type AccountListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<AccountFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<AccountFilter>;
};

/** Greatest of the numbers of a group of Account. */
export type AccountMax = {
  __typename?: 'AccountMax';
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Account. */
export type AccountMin = {
  __typename?: 'AccountMin';
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Account. */
export type AccountOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: AccountOrderField;
};

/** Fields that a list of Account can be ordered by. */
export type AccountOrderField =
  /** By `accountType`. */
  | 'ACCOUNT_TYPE'
  /** By `active`. */
  | 'ACTIVE'
  /** By `code`. */
  | 'CODE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `nonTrade`. */
  | 'NON_TRADE'
  /** By `note`. */
  | 'NOTE'
  /** By `reconcile`. */
  | 'RECONCILE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Types of account. */
export type AccountType =
  /** Bank and cash. */
  | 'ASSET_CASH'
  /** Current assets. */
  | 'ASSET_CURRENT'
  /** Fixed assets. */
  | 'ASSET_FIXED'
  /** Non-current assets. */
  | 'ASSET_NON_CURRENT'
  /** Prepayments. */
  | 'ASSET_PREPAYMENTS'
  /** Receivable: what customers owe. */
  | 'ASSET_RECEIVABLE'
  /** Equity. */
  | 'EQUITY'
  /** Earnings of the current year. */
  | 'EQUITY_UNAFFECTED'
  /** Expenses. */
  | 'EXPENSE'
  /** Depreciation. */
  | 'EXPENSE_DEPRECIATION'
  /** Cost of revenue. */
  | 'EXPENSE_DIRECT_COST'
  /** Other expenses. */
  | 'EXPENSE_OTHER'
  /** Income. */
  | 'INCOME'
  /** Other income. */
  | 'INCOME_OTHER'
  /** Credit cards. */
  | 'LIABILITY_CREDIT_CARD'
  /** Current liabilities. */
  | 'LIABILITY_CURRENT'
  /** Non-current liabilities. */
  | 'LIABILITY_NON_CURRENT'
  /** Payable: what is owed to vendors. */
  | 'LIABILITY_PAYABLE'
  /** Off the balance sheet. */
  | 'OFF_BALANCE';

/** A condition on a AccountType; null satisfies none but `isNull`. */
export type AccountTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<AccountType>;
  /** One of. */
  in?: InputMaybe<Array<AccountType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<AccountType>;
  /** None of. */
  notIn?: InputMaybe<Array<AccountType>>;
};

/** What `addComment` needs. */
export type AddCommentInput = {
  /** Uuid of the block of the page that it is about; the whole page where absent. */
  blockId?: InputMaybe<Scalars['ID']['input']>;
  /** Text, up to 10000 characters. */
  body: Scalars['String']['input'];
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The page's uuid. */
  pageId: Scalars['ID']['input'];
};

/** What `addComment` did. */
export type AddCommentPayload = {
  __typename?: 'AddCommentPayload';
  /** The new comment; null where it was refused. */
  comment: Maybe<Comment>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `addDatabaseColumn` needs. */
export type AddDatabaseColumnInput = {
  /** What may be chosen, for SELECT, MULTI_SELECT and STATUS: at most 200 different texts. */
  choices?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The database's uuid. */
  databaseId: Scalars['ID']['input'];
  /** The version of the database that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The value that the rows which are there get; without it a required column is refused where there are rows. */
  fill?: InputMaybe<Scalars['JSON']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its name, up to 200 characters, of which the database has no other. */
  name: Scalars['String']['input'];
  /** Technical name of the only model of Odoo whose records it takes, for ODOO_RECORD; any where absent. */
  odooModel?: InputMaybe<Scalars['String']['input']>;
  /** Uuid of the database whose rows are related, for RELATION, which must name one. */
  relatedDatabaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether each row must have a value in it. */
  required?: InputMaybe<Scalars['Boolean']['input']>;
  /** What its cells hold. */
  type: DatabaseColumnType;
};

/** What `addDatabaseColumn` did. */
export type AddDatabaseColumnPayload = {
  __typename?: 'AddDatabaseColumnPayload';
  /** The column; null where it was refused. */
  column: Maybe<DatabaseColumn>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `addRelation` needs: two different ends of one kind. */
export type AddRelationInput = {
  /** Uuid of the page, row or database that it is said at. */
  fromId: Scalars['ID']['input'];
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the two ends are. */
  kind: RelationKind;
  /** What to call it, up to 100 characters; the same two can be related under several names. */
  name?: Scalars['String']['input'];
  /** Uuid of the one that it leads to, in this space or another one. */
  toId: Scalars['ID']['input'];
};

/** What `addRelation` did. */
export type AddRelationPayload = {
  __typename?: 'AddRelationPayload';
  /** The new relation; null where it was refused. */
  relation: Maybe<Relation>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `appendRunEvent` needs. */
export type AppendRunEventInput = {
  /** The fence of the claim that the worker holds; agents must give it once the run is claimed. */
  fence?: InputMaybe<Scalars['Int']['input']>;
  /** Details. */
  payload?: InputMaybe<Scalars['JSON']['input']>;
  /** The run's uuid. */
  runId: Scalars['ID']['input'];
  /** What happened, e.g. `odoo.written`. */
  type: Scalars['String']['input'];
};

/** What `appendRunEvent` did. */
export type AppendRunEventPayload = {
  __typename?: 'AppendRunEventPayload';
  /** The event; null where it was refused. */
  event: Maybe<RunEvent>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `applyBlockOperations` needs. */
export type ApplyBlockOperationsInput = {
  /** The version of the page that the operations were made for. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeated request change nothing more, and answer the same. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Applied in this order, all or none; 1 to 200. */
  operations: Array<BlockOperation>;
  /** The page. */
  pageId: Scalars['ID']['input'];
};

/** What `applyBlockOperations` did. */
export type ApplyBlockOperationsPayload = {
  __typename?: 'ApplyBlockOperationsPayload';
  /** The blocks that they inserted or changed, in the order in which they came up; null where nothing was changed. */
  blocks: Maybe<Array<Block>>;
  /** One for each `insert` and `split`, in the order of the operations, also for those that were taken away by a later one; null where nothing was changed. */
  created: Maybe<Array<CreatedBlock>>;
  /** Uuids of the blocks that they took away; null where nothing was changed. */
  deletedBlockIds: Maybe<Array<Scalars['ID']['output']>>;
  /** The page as it is now; null where nothing was changed. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. Of a CONFLICT over versions the details are `currentVersion`, `changed: [{ blockId, version, operation }]` since the expected one, and `overlapping`, the ids that stand in the way. */
  userErrors: Array<UserError>;
  /** The version that the operations led to, also where the page has moved on since; null where nothing was changed. */
  version: Maybe<Scalars['Int']['output']>;
};

/** Somebody's consent, asked for and decided once; kept for ever. Owner: the ledger, table `ops.approvals`. */
export type Approval = Node & {
  __typename?: 'Approval';
  /** The build to deploy; null where it is for something else. */
  build: Maybe<Build>;
  /** What the decider said. */
  comment: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was decided; null before that. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who decided: a user's uuid, or whom a service named; never who asked. Null while it is undecided. */
  decidedBy: Maybe<Scalars['String']['output']>;
  /** Deployments that it let through, the newest first. */
  deployments: Maybe<DeploymentConnection>;
  /** The environment to deploy to; null where it is for something else. */
  environment: Maybe<Environment>;
  /** The approval's uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The project; null where it belongs to none. */
  project: Maybe<DeliveryProject>;
  /** Why. */
  reason: Scalars['String']['output'];
  /** Who asked: `service`, an agent, a user's uuid (in small letters), or whom a service named. */
  requestedBy: Scalars['String']['output'];
  /** Whether it was decided, and how. */
  status: ApprovalStatus;
  /** What it is for, e.g. `deployment` or `retention`. */
  subject: Scalars['String']['output'];
  /** Which one of these, e.g. a build's uuid for a `deployment`. */
  subjectId: Scalars['String']['output'];
};


/** Somebody's consent, asked for and decided once; kept for ever. Owner: the ledger, table `ops.approvals`. */
export type ApprovalDeploymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeploymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeploymentOrder>>;
};

/** A page of a list of Approval. */
export type ApprovalConnection = {
  __typename?: 'ApprovalConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ApprovalEdge>;
  /** The records of the page. */
  nodes: Array<Approval>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** How an approval can be decided. */
export type ApprovalDecision =
  /** Consents. */
  | 'APPROVED'
  /** Refuses. */
  | 'REJECTED';

/** A condition on a ApprovalDecision; null satisfies none but `isNull`. */
export type ApprovalDecisionFilter = {
  /** Equal to. */
  eq?: InputMaybe<ApprovalDecision>;
  /** One of. */
  in?: InputMaybe<Array<ApprovalDecision>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ApprovalDecision>;
  /** None of. */
  notIn?: InputMaybe<Array<ApprovalDecision>>;
};

/** A Approval and its place in the list. */
export type ApprovalEdge = {
  __typename?: 'ApprovalEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Approval;
};

/** Which Approval records to list; conditions beside each other must all hold. */
export type ApprovalFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ApprovalFilter>>;
  /** Condition on `build`. */
  build?: InputMaybe<BuildFilter>;
  /** Condition on `comment`. */
  comment?: InputMaybe<StringFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `decidedAt`. */
  decidedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `decidedBy`. */
  decidedBy?: InputMaybe<StringFilter>;
  /** Condition on `deployments`. */
  deployments?: InputMaybe<DeploymentListFilter>;
  /** Condition on `environment`. */
  environment?: InputMaybe<EnvironmentFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<ApprovalFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ApprovalFilter>>;
  /** Condition on `project`. */
  project?: InputMaybe<DeliveryProjectFilter>;
  /** Condition on `reason`. */
  reason?: InputMaybe<StringFilter>;
  /** Condition on `requestedBy`. */
  requestedBy?: InputMaybe<StringFilter>;
  /** Condition on `status`. */
  status?: InputMaybe<ApprovalStatusFilter>;
  /** Condition on `subject`. */
  subject?: InputMaybe<StringFilter>;
  /** Condition on `subjectId`. */
  subjectId?: InputMaybe<StringFilter>;
};

/** A condition on a list of Approval below a record. */
export type ApprovalListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ApprovalFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ApprovalFilter>;
};

/** One key of the order of a list of Approval. */
export type ApprovalOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ApprovalOrderField;
};

/** Fields that a list of Approval can be ordered by. */
export type ApprovalOrderField =
  /** By `comment`. */
  | 'COMMENT'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `decidedAt`. */
  | 'DECIDED_AT'
  /** By `decidedBy`. */
  | 'DECIDED_BY'
  /** By `id`. */
  | 'ID'
  /** By `reason`. */
  | 'REASON'
  /** By `requestedBy`. */
  | 'REQUESTED_BY'
  /** By `status`. */
  | 'STATUS'
  /** By `subject`. */
  | 'SUBJECT'
  /** By `subjectId`. */
  | 'SUBJECT_ID';

/** Whether an approval was decided, and how. */
export type ApprovalStatus =
  /** Consented to. */
  | 'APPROVED'
  /** Not decided yet. */
  | 'PENDING'
  /** Refused. */
  | 'REJECTED';

/** A condition on a ApprovalStatus; null satisfies none but `isNull`. */
export type ApprovalStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<ApprovalStatus>;
  /** One of. */
  in?: InputMaybe<Array<ApprovalStatus>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ApprovalStatus>;
  /** None of. */
  notIn?: InputMaybe<Array<ApprovalStatus>>;
};

/** What left the ledger for object storage, and where it is now. Owner: the ledger, table `ops.archives`. */
export type Archive = Node & {
  __typename?: 'Archive';
  /** The approval that let its rows leave. */
  approvalId: Scalars['ID']['output'];
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** SHA-256 of its gzipped bytes, `sha256:` and 64 hexadecimal digits; null until it was read back. */
  digest: Maybe<Scalars['String']['output']>;
  /** The earliest time of its rows; null where it holds none. */
  firstAt: Maybe<Scalars['DateTime']['output']>;
  /** The archive's uuid. */
  id: Scalars['ID']['output'];
  /** The latest time of its rows; null where it holds none. */
  lastAt: Maybe<Scalars['DateTime']['output']>;
  /** When its rows left the ledger; null where they are still there. */
  leftAt: Maybe<Scalars['DateTime']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The partition of events that left whole; null for other tables. */
  partitionName: Maybe<Scalars['String']['output']>;
  /** How many rows it holds; null until it was read back. */
  rowCount: Maybe<Scalars['Int']['output']>;
  /** Its gzipped bytes, as a decimal string; null until it was read back. */
  size: Maybe<Scalars['Decimal']['output']>;
  /** The table that its rows left, e.g. `ops.run_events`. */
  source: Scalars['String']['output'];
  /** Where it is, a URI into object storage. */
  uri: Scalars['String']['output'];
  /** When it was read back and found to hold what the ledger holds; null before that. */
  verifiedAt: Maybe<Scalars['DateTime']['output']>;
};

/** A page of a list of Archive. */
export type ArchiveConnection = {
  __typename?: 'ArchiveConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ArchiveEdge>;
  /** The records of the page. */
  nodes: Array<Archive>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** What `archiveDatabase` and `restoreDatabase` need. */
export type ArchiveDatabaseInput = {
  /** The database's uuid. */
  databaseId: Scalars['ID']['input'];
  /** The version of the database that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What `archiveDatabase` did. */
export type ArchiveDatabasePayload = {
  __typename?: 'ArchiveDatabasePayload';
  /** The database; null where it was refused. */
  database: Maybe<Database>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A Archive and its place in the list. */
export type ArchiveEdge = {
  __typename?: 'ArchiveEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Archive;
};

/** Which Archive records to list; conditions beside each other must all hold. */
export type ArchiveFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ArchiveFilter>>;
  /** Condition on `approvalId`. */
  approvalId?: InputMaybe<IdFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `digest`. */
  digest?: InputMaybe<StringFilter>;
  /** Condition on `firstAt`. */
  firstAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `lastAt`. */
  lastAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `leftAt`. */
  leftAt?: InputMaybe<DateTimeFilter>;
  /** This does not hold. */
  not?: InputMaybe<ArchiveFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ArchiveFilter>>;
  /** Condition on `partitionName`. */
  partitionName?: InputMaybe<StringFilter>;
  /** Condition on `rowCount`. */
  rowCount?: InputMaybe<IntFilter>;
  /** Condition on `size`. */
  size?: InputMaybe<DecimalFilter>;
  /** Condition on `source`. */
  source?: InputMaybe<StringFilter>;
  /** Condition on `uri`. */
  uri?: InputMaybe<StringFilter>;
  /** Condition on `verifiedAt`. */
  verifiedAt?: InputMaybe<DateTimeFilter>;
};

/** A condition on a list of Archive below a record. */
export type ArchiveListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ArchiveFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ArchiveFilter>;
};

/** One key of the order of a list of Archive. */
export type ArchiveOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ArchiveOrderField;
};

/** Fields that a list of Archive can be ordered by. */
export type ArchiveOrderField =
  /** By `approvalId`. */
  | 'APPROVAL_ID'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `digest`. */
  | 'DIGEST'
  /** By `firstAt`. */
  | 'FIRST_AT'
  /** By `id`. */
  | 'ID'
  /** By `lastAt`. */
  | 'LAST_AT'
  /** By `leftAt`. */
  | 'LEFT_AT'
  /** By `partitionName`. */
  | 'PARTITION_NAME'
  /** By `rowCount`. */
  | 'ROW_COUNT'
  /** By `size`. */
  | 'SIZE'
  /** By `source`. */
  | 'SOURCE'
  /** By `uri`. */
  | 'URI'
  /** By `verifiedAt`. */
  | 'VERIFIED_AT';

/** What `archivePage` and `restorePage` need. */
export type ArchivePageInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The page's uuid. */
  pageId: Scalars['ID']['input'];
};

/** What `archivePage` did. */
export type ArchivePagePayload = {
  __typename?: 'ArchivePagePayload';
  /** The page; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `archiveSpace` and `restoreSpace` need. */
export type ArchiveSpaceInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The space's uuid. */
  spaceId: Scalars['ID']['input'];
};

/** What `archiveSpace` did. */
export type ArchiveSpacePayload = {
  __typename?: 'ArchiveSpacePayload';
  /** The space; null where it was refused. */
  space: Maybe<Space>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** Metadata of a file or an image that a run produced; the bytes are in object storage or a registry. Owner: the ledger, table `ops.artifacts`. */
export type Artifact = Node & {
  __typename?: 'Artifact';
  /** When it was recorded. */
  createdAt: Scalars['DateTime']['output'];
  /** Digest of its bytes, e.g. `sha256:…`. */
  digest: Maybe<Scalars['String']['output']>;
  /** The artifact's uuid. */
  id: Scalars['ID']['output'];
  /** What it is, e.g. `report`. */
  kind: Scalars['String']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The run that produced it. */
  run: Maybe<Run>;
  /** Size in bytes, as a decimal string. */
  size: Maybe<Scalars['Decimal']['output']>;
  /** Where it is: a URI into object storage, or the name of an image with its tag or digest. */
  uri: Scalars['String']['output'];
};

/** A page of a list of Artifact. */
export type ArtifactConnection = {
  __typename?: 'ArtifactConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ArtifactEdge>;
  /** The records of the page. */
  nodes: Array<Artifact>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Artifact and its place in the list. */
export type ArtifactEdge = {
  __typename?: 'ArtifactEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Artifact;
};

/** Which Artifact records to list; conditions beside each other must all hold. */
export type ArtifactFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ArtifactFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `digest`. */
  digest?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `kind`. */
  kind?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<ArtifactFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ArtifactFilter>>;
  /** Condition on `run`. */
  run?: InputMaybe<RunFilter>;
  /** Condition on `size`. */
  size?: InputMaybe<DecimalFilter>;
  /** Condition on `uri`. */
  uri?: InputMaybe<StringFilter>;
};

/** A condition on a list of Artifact below a record. */
export type ArtifactListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ArtifactFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ArtifactFilter>;
};

/** One key of the order of a list of Artifact. */
export type ArtifactOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ArtifactOrderField;
};

/** Fields that a list of Artifact can be ordered by. */
export type ArtifactOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `digest`. */
  | 'DIGEST'
  /** By `id`. */
  | 'ID'
  /** By `kind`. */
  | 'KIND'
  /** By `size`. */
  | 'SIZE'
  /** By `uri`. */
  | 'URI';

/** Which pages to ask. */
export type AskDocsFilter = {
  /** Only pages that changed after this time. */
  updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only pages that changed before this time. */
  updatedBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A file on a page, or of a template: it lies in private object storage. Owner: the workspace, table `work.attachments`. */
export type Attachment = Node & {
  __typename?: 'Attachment';
  /** The block that it is on, or the one that this was merged into; null where it is on the whole page, and while the block is gone. */
  block: Maybe<Block>;
  /** When it was confirmed; null before. */
  confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its media type, e.g. `application/pdf` or `text/csv; charset=utf-8`. */
  contentType: Scalars['String']['output'];
  /** When it was announced. */
  createdAt: Scalars['DateTime']['output'];
  /** Uuid of the user who added it; null where a service did. */
  createdBy: Maybe<Scalars['ID']['output']>;
  /** The attachment's uuid. */
  id: Scalars['ID']['output'];
  /** Name of the file, as it was given and as it is downloaded. */
  name: Scalars['String']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The page that it is on; null of a file that a template keeps. */
  page: Maybe<Page>;
  /** Its bytes, counted; a number, also of files above 2 GiB. */
  size: Scalars['ByteCount']['output'];
  /** Whether the file has arrived. */
  status: AttachmentStatus;
  /** Where to fetch the file, as a download under its own name, or a part of it (`Range`): whoever has the URL can, for 5 minutes. Null before the file is confirmed. Of a gateway that keeps files in its own folder it begins with `/files/`, on the gateway itself. */
  url: Maybe<Scalars['String']['output']>;
};

/** A page of a list of Attachment. */
export type AttachmentConnection = {
  __typename?: 'AttachmentConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<AttachmentEdge>;
  /** The records of the page. */
  nodes: Array<Attachment>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Attachment and its place in the list. */
export type AttachmentEdge = {
  __typename?: 'AttachmentEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Attachment;
};

/** Which Attachment records to list; conditions beside each other must all hold. */
export type AttachmentFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<AttachmentFilter>>;
  /** Condition on `block`. */
  block?: InputMaybe<BlockFilter>;
  /** Condition on `confirmedAt`. */
  confirmedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `contentType`. */
  contentType?: InputMaybe<StringFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `createdBy`. */
  createdBy?: InputMaybe<IdFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<AttachmentFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<AttachmentFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
  /** Condition on `size`. */
  size?: InputMaybe<ByteCountFilter>;
  /** Condition on `status`. */
  status?: InputMaybe<AttachmentStatusFilter>;
};

/** A condition on a list of Attachment below a record. */
export type AttachmentListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<AttachmentFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<AttachmentFilter>;
};

/** One key of the order of a list of Attachment. */
export type AttachmentOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: AttachmentOrderField;
};

/** Fields that a list of Attachment can be ordered by. */
export type AttachmentOrderField =
  /** By `confirmedAt`. */
  | 'CONFIRMED_AT'
  /** By `contentType`. */
  | 'CONTENT_TYPE'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `createdBy`. */
  | 'CREATED_BY'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `size`. */
  | 'SIZE'
  /** By `status`. */
  | 'STATUS';

/** Whether the file of an attachment has arrived. */
export type AttachmentStatus =
  /** In the storage, as announced. */
  | 'CONFIRMED'
  /** Announced, and not confirmed yet. */
  | 'PENDING';

/** A condition on a AttachmentStatus; null satisfies none but `isNull`. */
export type AttachmentStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<AttachmentStatus>;
  /** One of. */
  in?: InputMaybe<Array<AttachmentStatus>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<AttachmentStatus>;
  /** None of. */
  notIn?: InputMaybe<Array<AttachmentStatus>>;
};

/** Metadata of a backup of a database; the bytes are in object storage. Owner: the ledger, table `ops.backups`. */
export type Backup = Node & {
  __typename?: 'Backup';
  /** When it was recorded. */
  createdAt: Scalars['DateTime']['output'];
  /** Name of the database that it is of, e.g. `odoo-production`. */
  database: Scalars['String']['output'];
  /** SHA-256 of its bytes, `sha256:` and 64 hexadecimal digits. */
  digest: Scalars['String']['output'];
  /** The backup's uuid. */
  id: Scalars['ID']['output'];
  /** How often backups like it are taken; decides how long it is kept. */
  kind: BackupKind;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Who recorded it: an agent's name, `service`, or a user's uuid. */
  recordedBy: Scalars['String']['output'];
  /** Size in bytes, as a decimal string. */
  size: Scalars['Decimal']['output'];
  /** When it was taken. */
  takenAt: Scalars['DateTime']['output'];
  /** Where it is, a URI into object storage. */
  uri: Scalars['String']['output'];
  /** When a restore of it was last proven to work before it was recorded; null where nobody tried. */
  verifiedAt: Maybe<Scalars['DateTime']['output']>;
};

/** A page of a list of Backup. */
export type BackupConnection = {
  __typename?: 'BackupConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<BackupEdge>;
  /** The records of the page. */
  nodes: Array<Backup>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Backup and its place in the list. */
export type BackupEdge = {
  __typename?: 'BackupEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Backup;
};

/** Which Backup records to list; conditions beside each other must all hold. */
export type BackupFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<BackupFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `database`. */
  database?: InputMaybe<StringFilter>;
  /** Condition on `digest`. */
  digest?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `kind`. */
  kind?: InputMaybe<BackupKindFilter>;
  /** This does not hold. */
  not?: InputMaybe<BackupFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<BackupFilter>>;
  /** Condition on `recordedBy`. */
  recordedBy?: InputMaybe<StringFilter>;
  /** Condition on `size`. */
  size?: InputMaybe<DecimalFilter>;
  /** Condition on `takenAt`. */
  takenAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `uri`. */
  uri?: InputMaybe<StringFilter>;
  /** Condition on `verifiedAt`. */
  verifiedAt?: InputMaybe<DateTimeFilter>;
};

/** How often a backup like it is taken. */
export type BackupKind =
  /** Every day; kept for 30 days unless configured otherwise. */
  | 'DAILY'
  /** Every month; kept for 365 days unless configured otherwise. */
  | 'MONTHLY'
  /** Every week; kept for 90 days unless configured otherwise. */
  | 'WEEKLY';

/** A condition on a BackupKind; null satisfies none but `isNull`. */
export type BackupKindFilter = {
  /** Equal to. */
  eq?: InputMaybe<BackupKind>;
  /** One of. */
  in?: InputMaybe<Array<BackupKind>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<BackupKind>;
  /** None of. */
  notIn?: InputMaybe<Array<BackupKind>>;
};

/** A condition on a list of Backup below a record. */
export type BackupListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<BackupFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<BackupFilter>;
};

/** One key of the order of a list of Backup. */
export type BackupOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: BackupOrderField;
};

/** Fields that a list of Backup can be ordered by. */
export type BackupOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `database`. */
  | 'DATABASE'
  /** By `digest`. */
  | 'DIGEST'
  /** By `id`. */
  | 'ID'
  /** By `kind`. */
  | 'KIND'
  /** By `recordedBy`. */
  | 'RECORDED_BY'
  /** By `size`. */
  | 'SIZE'
  /** By `takenAt`. */
  | 'TAKEN_AT'
  /** By `uri`. */
  | 'URI'
  /** By `verifiedAt`. */
  | 'VERIFIED_AT';

/**
 * Something that was deleted and is not there: a block, with what stood inside it; a column, with its cells; a row. It leaves
 * the bin with the history that it is part of. Owner: the workspace, view `work.bin`.
 */
export type BinItem = Node & {
  __typename?: 'BinItem';
  /** What it was, as `HistoryChange.before` has it. */
  content: Scalars['JSON']['output'];
  /** When it was deleted. */
  deletedAt: Scalars['DateTime']['output'];
  /** Uuid of the user who deleted it; null where a service did. */
  deletedBy: Maybe<Scalars['ID']['output']>;
  /** The entry of the page's history that deleted it. */
  entry: Maybe<HistoryEntry>;
  /** The item's uuid, for `restoreFromBin`. */
  id: Scalars['ID']['output'];
  /** What kind of thing it is: `BLOCK`, `COLUMN` or `ROW`. */
  kind: HistoryKind;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The page that it was on. */
  page: Maybe<Page>;
  /** Uuid that it had, and will have again. */
  recordId: Scalars['ID']['output'];
};

/** A page of a list of BinItem. */
export type BinItemConnection = {
  __typename?: 'BinItemConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<BinItemEdge>;
  /** The records of the page. */
  nodes: Array<BinItem>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A BinItem and its place in the list. */
export type BinItemEdge = {
  __typename?: 'BinItemEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: BinItem;
};

/** Which BinItem records to list; conditions beside each other must all hold. */
export type BinItemFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<BinItemFilter>>;
  /** Condition on `deletedAt`. */
  deletedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `deletedBy`. */
  deletedBy?: InputMaybe<IdFilter>;
  /** Condition on `entry`. */
  entry?: InputMaybe<HistoryEntryFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `kind`. */
  kind?: InputMaybe<HistoryKindFilter>;
  /** This does not hold. */
  not?: InputMaybe<BinItemFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<BinItemFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
  /** Condition on `recordId`. */
  recordId?: InputMaybe<IdFilter>;
};

/** A condition on a list of BinItem below a record. */
export type BinItemListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<BinItemFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<BinItemFilter>;
};

/** One key of the order of a list of BinItem. */
export type BinItemOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: BinItemOrderField;
};

/** Fields that a list of BinItem can be ordered by. */
export type BinItemOrderField =
  /** By `deletedAt`. */
  | 'DELETED_AT'
  /** By `deletedBy`. */
  | 'DELETED_BY'
  /** By `id`. */
  | 'ID'
  /** By `kind`. */
  | 'KIND'
  /** By `recordId`. */
  | 'RECORD_ID';

/** A filing of a tax form with the Bureau of Internal Revenue of the Philippines, of a custom module: `NOT_CONFIGURED` where the instance lacks it. Owner: Odoo, model `ipai.bir.filing`. */
export type BirFiling = Node & {
  __typename?: 'BirFiling';
  /** Tax due, penalties included, in `currency`. */
  amountDue: Maybe<Scalars['Decimal']['output']>;
  /** Paid already, in `currency`. */
  amountPaid: Maybe<Scalars['Decimal']['output']>;
  /** Company that files. */
  company: Maybe<Company>;
  /** Currency of the amounts. */
  currency: Maybe<Currency>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Day by which it is to be filed and paid. */
  dueDate: Maybe<Scalars['Date']['output']>;
  /** Day on which it was filed; null before that. */
  filedDate: Maybe<Scalars['Date']['output']>;
  /** Number of the form, e.g. `2550Q` or `1601-C`. */
  formType: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Journal entry that books the tax due. */
  move: Maybe<Move>;
  /** Title, e.g. the form and its period. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Day on which it was paid; null before that. */
  paidDate: Maybe<Scalars['Date']['output']>;
  /** Surcharge, interest and compromise penalty, in `currency`. */
  penaltyAmount: Maybe<Scalars['Decimal']['output']>;
  /** Last day of the period that is reported. */
  periodEnd: Maybe<Scalars['Date']['output']>;
  /** First day of the period that is reported. */
  periodStart: Maybe<Scalars['Date']['output']>;
  /** Reference number of the confirmation, e.g. of eFPS. */
  reference: Maybe<Scalars['String']['output']>;
  /** Where the filing stands. */
  state: Maybe<BirFilingState>;
  /** Who is in charge of the filing. */
  user: Maybe<User>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Average of the numbers of a group of BirFiling. */
export type BirFilingAvg = {
  __typename?: 'BirFilingAvg';
  /** Average of `amountDue`; null where the group has none. */
  amountDue: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountPaid`; null where the group has none. */
  amountPaid: Maybe<Scalars['Decimal']['output']>;
  /** Average of `penaltyAmount`; null where the group has none. */
  penaltyAmount: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of BirFiling. */
export type BirFilingConnection = {
  __typename?: 'BirFilingConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<BirFilingEdge>;
  /** The records of the page. */
  nodes: Array<BirFiling>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A BirFiling and its place in the list. */
export type BirFilingEdge = {
  __typename?: 'BirFilingEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: BirFiling;
};

/** Which BirFiling records to list; conditions beside each other must all hold. */
export type BirFilingFilter = {
  /** Condition on `amountDue`. */
  amountDue?: InputMaybe<DecimalFilter>;
  /** Condition on `amountPaid`. */
  amountPaid?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<BirFilingFilter>>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `dueDate`. */
  dueDate?: InputMaybe<DateFilter>;
  /** Condition on `filedDate`. */
  filedDate?: InputMaybe<DateFilter>;
  /** Condition on `formType`. */
  formType?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `move`. */
  move?: InputMaybe<MoveFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<BirFilingFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<BirFilingFilter>>;
  /** Condition on `paidDate`. */
  paidDate?: InputMaybe<DateFilter>;
  /** Condition on `penaltyAmount`. */
  penaltyAmount?: InputMaybe<DecimalFilter>;
  /** Condition on `periodEnd`. */
  periodEnd?: InputMaybe<DateFilter>;
  /** Condition on `periodStart`. */
  periodStart?: InputMaybe<DateFilter>;
  /** Condition on `reference`. */
  reference?: InputMaybe<StringFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<BirFilingStateFilter>;
  /** Condition on `user`. */
  user?: InputMaybe<UserFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of BirFiling records with equal keys. */
export type BirFilingGroup = {
  __typename?: 'BirFilingGroup';
  /** Averages over the group. */
  avg: BirFilingAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: BirFilingGroupKeys;
  /** Greatest values of the group. */
  max: BirFilingMax;
  /** Smallest values of the group. */
  min: BirFilingMin;
  /** Sums over the group. */
  sum: BirFilingSum;
};

/** One key of a grouping of BirFiling. */
export type BirFilingGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: BirFilingGroupField;
};

/** Fields that BirFiling records can be grouped by. */
export type BirFilingGroupField =
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `dueDate`. */
  | 'DUE_DATE'
  /** By `filedDate`. */
  | 'FILED_DATE'
  /** By `formType`. */
  | 'FORM_TYPE'
  /** By `move`. */
  | 'MOVE'
  /** By `name`. */
  | 'NAME'
  /** By `paidDate`. */
  | 'PAID_DATE'
  /** By `periodEnd`. */
  | 'PERIOD_END'
  /** By `periodStart`. */
  | 'PERIOD_START'
  /** By `reference`. */
  | 'REFERENCE'
  /** By `state`. */
  | 'STATE'
  /** By `user`. */
  | 'USER'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of BirFiling; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type BirFilingGroupKeys = {
  __typename?: 'BirFilingGroupKeys';
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `dueDate`; of a time, where its interval begins. */
  dueDate: Maybe<Scalars['Date']['output']>;
  /** The common `filedDate`; of a time, where its interval begins. */
  filedDate: Maybe<Scalars['Date']['output']>;
  /** The common `formType`; of a time, where its interval begins. */
  formType: Maybe<Scalars['String']['output']>;
  /** The common `move`; of a time, where its interval begins. */
  move: Maybe<Move>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `paidDate`; of a time, where its interval begins. */
  paidDate: Maybe<Scalars['Date']['output']>;
  /** The common `periodEnd`; of a time, where its interval begins. */
  periodEnd: Maybe<Scalars['Date']['output']>;
  /** The common `periodStart`; of a time, where its interval begins. */
  periodStart: Maybe<Scalars['Date']['output']>;
  /** The common `reference`; of a time, where its interval begins. */
  reference: Maybe<Scalars['String']['output']>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<BirFilingState>;
  /** The common `user`; of a time, where its interval begins. */
  user: Maybe<User>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of BirFiling. */
export type BirFilingGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: BirFilingGroupOrderField;
};

/** What groups of BirFiling can be ordered by. */
export type BirFilingGroupOrderField =
  /** By the average of `amountDue`. */
  | 'AVG_AMOUNT_DUE'
  /** By the average of `amountPaid`. */
  | 'AVG_AMOUNT_PAID'
  /** By the average of `penaltyAmount`. */
  | 'AVG_PENALTY_AMOUNT'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `dueDate`. */
  | 'DUE_DATE'
  /** By `filedDate`. */
  | 'FILED_DATE'
  /** By `formType`. */
  | 'FORM_TYPE'
  /** By the greatest `amountDue`. */
  | 'MAX_AMOUNT_DUE'
  /** By the greatest `amountPaid`. */
  | 'MAX_AMOUNT_PAID'
  /** By the greatest `dueDate`. */
  | 'MAX_DUE_DATE'
  /** By the greatest `filedDate`. */
  | 'MAX_FILED_DATE'
  /** By the greatest `paidDate`. */
  | 'MAX_PAID_DATE'
  /** By the greatest `penaltyAmount`. */
  | 'MAX_PENALTY_AMOUNT'
  /** By the greatest `periodEnd`. */
  | 'MAX_PERIOD_END'
  /** By the greatest `periodStart`. */
  | 'MAX_PERIOD_START'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `amountDue`. */
  | 'MIN_AMOUNT_DUE'
  /** By the smallest `amountPaid`. */
  | 'MIN_AMOUNT_PAID'
  /** By the smallest `dueDate`. */
  | 'MIN_DUE_DATE'
  /** By the smallest `filedDate`. */
  | 'MIN_FILED_DATE'
  /** By the smallest `paidDate`. */
  | 'MIN_PAID_DATE'
  /** By the smallest `penaltyAmount`. */
  | 'MIN_PENALTY_AMOUNT'
  /** By the smallest `periodEnd`. */
  | 'MIN_PERIOD_END'
  /** By the smallest `periodStart`. */
  | 'MIN_PERIOD_START'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `move`. */
  | 'MOVE'
  /** By `name`. */
  | 'NAME'
  /** By `paidDate`. */
  | 'PAID_DATE'
  /** By `periodEnd`. */
  | 'PERIOD_END'
  /** By `periodStart`. */
  | 'PERIOD_START'
  /** By `reference`. */
  | 'REFERENCE'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `amountDue`. */
  | 'SUM_AMOUNT_DUE'
  /** By the sum of `amountPaid`. */
  | 'SUM_AMOUNT_PAID'
  /** By the sum of `penaltyAmount`. */
  | 'SUM_PENALTY_AMOUNT'
  /** By `user`. */
  | 'USER'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of BirFiling. */
export type BirFilingGroupPage = {
  __typename?: 'BirFilingGroupPage';
  /** The groups. */
  groups: Array<BirFilingGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of BirFiling below a record. */
export type BirFilingListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<BirFilingFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<BirFilingFilter>;
};

/** Greatest of the numbers of a group of BirFiling. */
export type BirFilingMax = {
  __typename?: 'BirFilingMax';
  /** Greatest of `amountDue`; null where the group has none. */
  amountDue: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountPaid`; null where the group has none. */
  amountPaid: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `dueDate`; null where the group has none. */
  dueDate: Maybe<Scalars['Date']['output']>;
  /** Greatest of `filedDate`; null where the group has none. */
  filedDate: Maybe<Scalars['Date']['output']>;
  /** Greatest of `paidDate`; null where the group has none. */
  paidDate: Maybe<Scalars['Date']['output']>;
  /** Greatest of `penaltyAmount`; null where the group has none. */
  penaltyAmount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `periodEnd`; null where the group has none. */
  periodEnd: Maybe<Scalars['Date']['output']>;
  /** Greatest of `periodStart`; null where the group has none. */
  periodStart: Maybe<Scalars['Date']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of BirFiling. */
export type BirFilingMin = {
  __typename?: 'BirFilingMin';
  /** Smallest of `amountDue`; null where the group has none. */
  amountDue: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountPaid`; null where the group has none. */
  amountPaid: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `dueDate`; null where the group has none. */
  dueDate: Maybe<Scalars['Date']['output']>;
  /** Smallest of `filedDate`; null where the group has none. */
  filedDate: Maybe<Scalars['Date']['output']>;
  /** Smallest of `paidDate`; null where the group has none. */
  paidDate: Maybe<Scalars['Date']['output']>;
  /** Smallest of `penaltyAmount`; null where the group has none. */
  penaltyAmount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `periodEnd`; null where the group has none. */
  periodEnd: Maybe<Scalars['Date']['output']>;
  /** Smallest of `periodStart`; null where the group has none. */
  periodStart: Maybe<Scalars['Date']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of BirFiling. */
export type BirFilingOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: BirFilingOrderField;
};

/** Fields that a list of BirFiling can be ordered by. */
export type BirFilingOrderField =
  /** By `amountDue`. */
  | 'AMOUNT_DUE'
  /** By `amountPaid`. */
  | 'AMOUNT_PAID'
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `dueDate`. */
  | 'DUE_DATE'
  /** By `filedDate`. */
  | 'FILED_DATE'
  /** By `formType`. */
  | 'FORM_TYPE'
  /** By `id`. */
  | 'ID'
  /** By `move`. */
  | 'MOVE'
  /** By `name`. */
  | 'NAME'
  /** By `paidDate`. */
  | 'PAID_DATE'
  /** By `penaltyAmount`. */
  | 'PENALTY_AMOUNT'
  /** By `periodEnd`. */
  | 'PERIOD_END'
  /** By `periodStart`. */
  | 'PERIOD_START'
  /** By `reference`. */
  | 'REFERENCE'
  /** By `state`. */
  | 'STATE'
  /** By `user`. */
  | 'USER'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Life cycle of a filing. */
export type BirFilingState =
  /** Cancelled. */
  | 'CANCEL'
  /** In preparation. */
  | 'DRAFT'
  /** Filed, not yet paid. */
  | 'FILED'
  /** Filed and paid. */
  | 'PAID'
  /** Ready to be filed. */
  | 'READY';

/** A condition on a BirFilingState; null satisfies none but `isNull`. */
export type BirFilingStateFilter = {
  /** Equal to. */
  eq?: InputMaybe<BirFilingState>;
  /** One of. */
  in?: InputMaybe<Array<BirFilingState>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<BirFilingState>;
  /** None of. */
  notIn?: InputMaybe<Array<BirFilingState>>;
};

/** Sum of the numbers of a group of BirFiling. */
export type BirFilingSum = {
  __typename?: 'BirFilingSum';
  /** Sum of `amountDue`; null where the group has none. */
  amountDue: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountPaid`; null where the group has none. */
  amountPaid: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `penaltyAmount`; null where the group has none. */
  penaltyAmount: Maybe<Scalars['Decimal']['output']>;
};

/** A piece of a page. Owner: the workspace, table `work.blocks`. */
export type Block = Node & {
  __typename?: 'Block';
  /** The blocks inside it. */
  children: Maybe<BlockConnection>;
  /**
   * Its content, by `type`; what is marked with `?` may be absent.
   *
   * Text: `{ text, marks?: [{ type, from, to, href? }] }`, with marks of type bold, italic, underline, strike, code, or link
   * with its `href`, from and to in UTF-16 code units; at most 20,000 of them.
   * - `PARAGRAPH`, `HEADING_1` to `HEADING_3`, `BULLETED_LIST_ITEM`, `NUMBERED_LIST_ITEM`, `TOGGLE`, `QUOTE`: a text.
   * - `TO_DO`: a text and `checked`; `CALLOUT`: a text and `icon?`; `CODE`: `{ text, language? }`.
   * - `DIVIDER`: `{}`; `IMAGE`: `{ attachmentId or url, alt?, caption? }`; `FILE`: `{ attachmentId, name?, caption? }`.
   * - `BOOKMARK`: `{ url, title?, description? }`; `TABLE`: `{ header?, rows }`, whose cells are strings or texts.
   * - `PAGE_EMBED`: `{ pageId }`; `DATABASE_VIEW`: `{ databaseId, title?, view? }`; `ODOO_RECORD`: `{ model, id, label? }`.
   */
  content: Scalars['JSON']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The block's uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The page it stands on. */
  page: Maybe<Page>;
  /** The block it stands inside; null at the top of its page. */
  parent: Maybe<Block>;
  /** Uuid of the block it stands inside; null at the top of its page. */
  parentId: Maybe<Scalars['ID']['output']>;
  /** What kind of block it is. */
  type: BlockType;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A piece of a page. Owner: the workspace, table `work.blocks`. */
export type BlockChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BlockFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BlockOrder>>;
};

/** A page of a list of Block. */
export type BlockConnection = {
  __typename?: 'BlockConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<BlockEdge>;
  /** The records of the page. */
  nodes: Array<Block>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Block and its place in the list. */
export type BlockEdge = {
  __typename?: 'BlockEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Block;
};

/** Which Block records to list; conditions beside each other must all hold. */
export type BlockFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<BlockFilter>>;
  /** Condition on `children`. */
  children?: InputMaybe<BlockListFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<BlockFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<BlockFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
  /** Condition on `parent`. */
  parent?: InputMaybe<BlockFilter>;
  /** Condition on `parentId`. */
  parentId?: InputMaybe<IdFilter>;
  /** Condition on `type`. */
  type?: InputMaybe<BlockTypeFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** A condition on a list of Block below a record. */
export type BlockListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<BlockFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<BlockFilter>;
};

/** One change of the blocks of a page: exactly one of these. */
export type BlockOperation =
  /** Away with it. */
  { delete: DeleteBlock; insert?: never; merge?: never; move?: never; split?: never; update?: never; }
  |  /** A new block. */
  { delete?: never; insert: InsertBlock; merge?: never; move?: never; split?: never; update?: never; }
  |  /** One of two. */
  { delete?: never; insert?: never; merge: MergeBlock; move?: never; split?: never; update?: never; }
  |  /** Another place. */
  { delete?: never; insert?: never; merge?: never; move: MoveBlock; split?: never; update?: never; }
  |  /** Two of one. */
  { delete?: never; insert?: never; merge?: never; move?: never; split: SplitBlock; update?: never; }
  |  /** Another content or type. */
  { delete?: never; insert?: never; merge?: never; move?: never; split?: never; update: UpdateBlock; };

/** One key of the order of a list of Block. */
export type BlockOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: BlockOrderField;
};

/** Fields that a list of Block can be ordered by. */
export type BlockOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `parentId`. */
  | 'PARENT_ID'
  /** By `type`. */
  | 'TYPE'
  /** By `updatedAt`. */
  | 'UPDATED_AT';

/** Where in a list of siblings a block is put that names none of them. */
export type BlockPlace =
  /** Before all of them. */
  | 'FIRST'
  /** After all of them. */
  | 'LAST';

/** A condition on a BlockPlace; null satisfies none but `isNull`. */
export type BlockPlaceFilter = {
  /** Equal to. */
  eq?: InputMaybe<BlockPlace>;
  /** One of. */
  in?: InputMaybe<Array<BlockPlace>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<BlockPlace>;
  /** None of. */
  notIn?: InputMaybe<Array<BlockPlace>>;
};

/** Kinds of block. `PARAGRAPH`, list items, `TO_DO`, `TOGGLE`, `QUOTE` and `CALLOUT` take children, down to 20 levels. */
export type BlockType =
  /** Link to a web page. */
  | 'BOOKMARK'
  /** Item of a bulleted list. */
  | 'BULLETED_LIST_ITEM'
  /** Text set off with an icon. */
  | 'CALLOUT'
  /** Source code. */
  | 'CODE'
  /** View of a database. */
  | 'DATABASE_VIEW'
  /** Horizontal line. */
  | 'DIVIDER'
  /** File. */
  | 'FILE'
  /** Heading of the first level. */
  | 'HEADING_1'
  /** Heading of the second level. */
  | 'HEADING_2'
  /** Heading of the third level. */
  | 'HEADING_3'
  /** Picture. */
  | 'IMAGE'
  /** Item of a numbered list. */
  | 'NUMBERED_LIST_ITEM'
  /** Record of Odoo, shown in place. */
  | 'ODOO_RECORD'
  /** Another page, shown in place. */
  | 'PAGE_EMBED'
  /** Text. */
  | 'PARAGRAPH'
  /** Quotation. */
  | 'QUOTE'
  /** Simple table. */
  | 'TABLE'
  /** Text that folds its children away. */
  | 'TOGGLE'
  /** Item with a check box. */
  | 'TO_DO';

/** A condition on a BlockType; null satisfies none but `isNull`. */
export type BlockTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<BlockType>;
  /** One of. */
  in?: InputMaybe<Array<BlockType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<BlockType>;
  /** None of. */
  notIn?: InputMaybe<Array<BlockType>>;
};

/** A condition on a Boolean; null satisfies none but `isNull`. */
export type BooleanFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['Boolean']['input']>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<Scalars['Boolean']['input']>;
  /** None of. */
  notIn?: InputMaybe<Array<Scalars['Boolean']['input']>>;
};

/** A page above another one. Owner: the workspace, view `work.breadcrumbs`. */
export type Breadcrumb = {
  __typename?: 'Breadcrumb';
  /** How far it is below the top of its space: 0 for a page at the top. */
  depth: Scalars['Int']['output'];
  /** Uuid of the page above. */
  id: Scalars['ID']['output'];
  /** The page above, whole. */
  page: Maybe<Page>;
  /** Its title. */
  title: Scalars['String']['output'];
};

/** A page of a list of Breadcrumb. */
export type BreadcrumbConnection = {
  __typename?: 'BreadcrumbConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<BreadcrumbEdge>;
  /** The records of the page. */
  nodes: Array<Breadcrumb>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Breadcrumb and its place in the list. */
export type BreadcrumbEdge = {
  __typename?: 'BreadcrumbEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Breadcrumb;
};

/** Which Breadcrumb records to list; conditions beside each other must all hold. */
export type BreadcrumbFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<BreadcrumbFilter>>;
  /** Condition on `depth`. */
  depth?: InputMaybe<IntFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<BreadcrumbFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<BreadcrumbFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
  /** Condition on `title`. */
  title?: InputMaybe<StringFilter>;
};

/** A condition on a list of Breadcrumb below a record. */
export type BreadcrumbListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<BreadcrumbFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<BreadcrumbFilter>;
};

/** One key of the order of a list of Breadcrumb. */
export type BreadcrumbOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: BreadcrumbOrderField;
};

/** Fields that a list of Breadcrumb can be ordered by. */
export type BreadcrumbOrderField =
  /** By `depth`. */
  | 'DEPTH'
  /** By `id`. */
  | 'ID'
  /** By `title`. */
  | 'TITLE';

/** What was built of a project: one image, and what it was built from. Never changes. Owner: the ledger, table `ops.builds`. */
export type Build = Node & {
  __typename?: 'Build';
  /** Approvals that were asked for deploying it, the newest first. */
  approvals: Maybe<ApprovalConnection>;
  /** Git branch that it was built from. */
  branch: Scalars['String']['output'];
  /** When it was recorded. */
  createdAt: Scalars['DateTime']['output'];
  /** Where it was deployed to, the newest first. */
  deployments: Maybe<DeploymentConnection>;
  /** Git SHA that it was built from: 40 hexadecimal digits. */
  gitSha: Scalars['String']['output'];
  /** The build's uuid. */
  id: Scalars['ID']['output'];
  /** Digest of its image, `sha256:` and 64 hexadecimal digits; unique in the project. */
  imageDigest: Scalars['String']['output'];
  /** Lock files it was built with: name → `sha256:` and 64 hexadecimal digits. */
  lockHashes: Scalars['JSON']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The project. */
  project: Maybe<DeliveryProject>;
  /** Who recorded it: `service`, an agent, or a user's uuid. */
  recordedBy: Scalars['String']['output'];
};


/** What was built of a project: one image, and what it was built from. Never changes. Owner: the ledger, table `ops.builds`. */
export type BuildApprovalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApprovalFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ApprovalOrder>>;
};


/** What was built of a project: one image, and what it was built from. Never changes. Owner: the ledger, table `ops.builds`. */
export type BuildDeploymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeploymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeploymentOrder>>;
};

/** A page of a list of Build. */
export type BuildConnection = {
  __typename?: 'BuildConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<BuildEdge>;
  /** The records of the page. */
  nodes: Array<Build>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Build and its place in the list. */
export type BuildEdge = {
  __typename?: 'BuildEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Build;
};

/** Which Build records to list; conditions beside each other must all hold. */
export type BuildFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<BuildFilter>>;
  /** Condition on `approvals`. */
  approvals?: InputMaybe<ApprovalListFilter>;
  /** Condition on `branch`. */
  branch?: InputMaybe<StringFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `deployments`. */
  deployments?: InputMaybe<DeploymentListFilter>;
  /** Condition on `gitSha`. */
  gitSha?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `imageDigest`. */
  imageDigest?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<BuildFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<BuildFilter>>;
  /** Condition on `project`. */
  project?: InputMaybe<DeliveryProjectFilter>;
  /** Condition on `recordedBy`. */
  recordedBy?: InputMaybe<StringFilter>;
};

/** A condition on a list of Build below a record. */
export type BuildListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<BuildFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<BuildFilter>;
};

/** One key of the order of a list of Build. */
export type BuildOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: BuildOrderField;
};

/** Fields that a list of Build can be ordered by. */
export type BuildOrderField =
  /** By `branch`. */
  | 'BRANCH'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `gitSha`. */
  | 'GIT_SHA'
  /** By `id`. */
  | 'ID'
  /** By `imageDigest`. */
  | 'IMAGE_DIGEST'
  /** By `recordedBy`. */
  | 'RECORDED_BY';

/** A condition on a ByteCount; null satisfies none but `isNull`. */
export type ByteCountFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['ByteCount']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['ByteCount']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['ByteCount']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['ByteCount']['input']>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['ByteCount']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['ByteCount']['input']>;
  /** Different from. */
  ne?: InputMaybe<Scalars['ByteCount']['input']>;
  /** None of. */
  notIn?: InputMaybe<Array<Scalars['ByteCount']['input']>>;
};

/** An SQL function that a root field calls. */
export type CalledFunction = {
  __typename?: 'CalledFunction';
  /** The line that says who executes it, e.g. `migrations/functions/work/page/create_page.sql:2`. */
  line: Scalars['String']['output'];
  /** Its qualified name, e.g. `work.create_page`. */
  name: Scalars['String']['output'];
};

/** What `cancelRun` needs. */
export type CancelRunInput = {
  /** Why, for people. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The run's uuid. */
  runId: Scalars['ID']['input'];
};

/** What `cancelRun` did. */
export type CancelRunPayload = {
  __typename?: 'CancelRunPayload';
  /** The run: its `status` and `cancelRequestedAt` say whether it has ended or was asked to; null where nothing was changed. */
  run: Maybe<Run>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What happens to due times that were missed, because nothing ticked. */
export type CatchUp =
  /** Each of them is enqueued, 1,000 a tick. */
  | 'ALL'
  /** The latest of them is enqueued, the others are left out. */
  | 'ONCE'
  /** They are left out: a due time counts for 60 seconds. */
  | 'SKIP';

/** A condition on a CatchUp; null satisfies none but `isNull`. */
export type CatchUpFilter = {
  /** Equal to. */
  eq?: InputMaybe<CatchUp>;
  /** One of. */
  in?: InputMaybe<Array<CatchUp>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<CatchUp>;
  /** None of. */
  notIn?: InputMaybe<Array<CatchUp>>;
};

/** The rows whose cells hold the same in a column. */
export type CellGroup = {
  __typename?: 'CellGroup';
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** What the cells hold; null of the rows without a value, and where nothing is grouped by. */
  key: Maybe<Scalars['JSON']['output']>;
  /** Sum of the numbers that `sum` names; null where it names none. */
  sum: Maybe<Scalars['Decimal']['output']>;
};

/** Rows of a database by what a column holds. */
export type CellGroups = {
  __typename?: 'CellGroups';
  /** Whether these are all the groups; 1000 are answered at most. */
  isComplete: Scalars['Boolean']['output'];
  /** The groups by their key, choices in the order of the column, and the rows without a value last. */
  nodes: Array<CellGroup>;
};

/** What `changePermission` needs. */
export type ChangePermissionInput = {
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the member is to do there from now on. */
  role: SpaceRole;
  /** The space's uuid. */
  spaceId: Scalars['ID']['input'];
  /** Uuid of the member. */
  userId: Scalars['ID']['input'];
};

/** What `changePermission` did. */
export type ChangePermissionPayload = {
  __typename?: 'ChangePermissionPayload';
  /** The permission; null where it was refused. */
  permission: Maybe<Permission>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `changeSpaceLanguage` needs. */
export type ChangeSpaceLanguageInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Language of its texts: one of the text search configurations of PostgreSQL 15, e.g. `english` or `simple`. */
  language: Scalars['String']['input'];
  /** The space's uuid. */
  spaceId: Scalars['ID']['input'];
};

/** What `changeSpaceLanguage` did. */
export type ChangeSpaceLanguagePayload = {
  __typename?: 'ChangeSpaceLanguagePayload';
  /** The space, whose pages are indexed anew from now on; null where it was refused. */
  space: Maybe<Space>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A passage that an answer names. */
export type Citation = {
  __typename?: 'Citation';
  /** The number by which the text names it; the place among `passages`, from 1. */
  index: Scalars['Int']['output'];
  /** The passage. */
  passage: Passage;
};

/** What `claimRuns` needs. */
export type ClaimRunsInput = {
  /** Name of the agent. */
  agent: Scalars['String']['input'];
  /** Which kinds; every one where absent. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Seconds that the claim holds without a heartbeat, 5 to 3600. */
  leaseSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How many at most, 1 to 100. */
  max?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the worker, for people. */
  worker: Scalars['String']['input'];
};

/** What `claimRuns` did. */
export type ClaimRunsPayload = {
  __typename?: 'ClaimRunsPayload';
  /** The claimed runs, each with its fence; null where the request was refused. */
  runs: Maybe<Array<Run>>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** Something said about a page or a block. Owner: the workspace, table `work.comments`. */
export type Comment = Node & {
  __typename?: 'Comment';
  /** Uuid of the user who wrote it; null where that user is gone. */
  authorId: Maybe<Scalars['ID']['output']>;
  /** The block of the page that it is about, or the one that this was merged into; null where it is about the whole page, and while the block is gone. */
  block: Maybe<Block>;
  /** Text. */
  body: Scalars['String']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** When its text last changed; null where it never did. */
  editedAt: Maybe<Scalars['DateTime']['output']>;
  /** The comment's uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The page it is about. */
  page: Maybe<Page>;
  /** The comment that began its thread; null of that one itself. */
  parent: Maybe<Comment>;
  /** Uuid of the comment that began its thread; null of that one itself. */
  parentId: Maybe<Scalars['ID']['output']>;
  /** What was answered to it, the oldest first. */
  replies: Maybe<CommentConnection>;
  /** When its thread was resolved; null while it is open, and of a reply. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** Uuid of the user who resolved it; null while it is open, and where a service did. */
  resolvedBy: Maybe<Scalars['ID']['output']>;
  /** Counts up with every change of the comment itself, from 1. */
  version: Scalars['Int']['output'];
};


/** Something said about a page or a block. Owner: the workspace, table `work.comments`. */
export type CommentRepliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CommentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CommentOrder>>;
};

/** A page of a list of Comment. */
export type CommentConnection = {
  __typename?: 'CommentConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<CommentEdge>;
  /** The records of the page. */
  nodes: Array<Comment>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Comment and its place in the list. */
export type CommentEdge = {
  __typename?: 'CommentEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Comment;
};

/** Which Comment records to list; conditions beside each other must all hold. */
export type CommentFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<CommentFilter>>;
  /** Condition on `authorId`. */
  authorId?: InputMaybe<IdFilter>;
  /** Condition on `block`. */
  block?: InputMaybe<BlockFilter>;
  /** Condition on `body`. */
  body?: InputMaybe<StringFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `editedAt`. */
  editedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<CommentFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CommentFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
  /** Condition on `parent`. */
  parent?: InputMaybe<CommentFilter>;
  /** Condition on `parentId`. */
  parentId?: InputMaybe<IdFilter>;
  /** Condition on `replies`. */
  replies?: InputMaybe<CommentListFilter>;
  /** Condition on `resolvedAt`. */
  resolvedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `resolvedBy`. */
  resolvedBy?: InputMaybe<IdFilter>;
  /** Condition on `version`. */
  version?: InputMaybe<IntFilter>;
};

/** A condition on a list of Comment below a record. */
export type CommentListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<CommentFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<CommentFilter>;
};

/** One key of the order of a list of Comment. */
export type CommentOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: CommentOrderField;
};

/** Fields that a list of Comment can be ordered by. */
export type CommentOrderField =
  /** By `authorId`. */
  | 'AUTHOR_ID'
  /** By `body`. */
  | 'BODY'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `editedAt`. */
  | 'EDITED_AT'
  /** By `id`. */
  | 'ID'
  /** By `parentId`. */
  | 'PARENT_ID'
  /** By `resolvedAt`. */
  | 'RESOLVED_AT'
  /** By `resolvedBy`. */
  | 'RESOLVED_BY'
  /** By `version`. */
  | 'VERSION';

/** A company whose books are kept in this Odoo. Owner: Odoo, model `res.company`. */
export type Company = Node & {
  __typename?: 'Company';
  /** Whether the company is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Branches of this company. */
  branches: Maybe<CompanyConnection>;
  /** City. */
  city: Maybe<Scalars['String']['output']>;
  /** Number in the register of companies, where it is not the tax number. */
  companyRegistry: Maybe<Scalars['String']['output']>;
  /** Country of the address. */
  country: Maybe<Country>;
  /** Currency of the company's books. */
  currency: Maybe<Currency>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Email address. */
  email: Maybe<Scalars['String']['output']>;
  /** Country whose taxes the company reports by default. */
  fiscalCountry: Maybe<Country>;
  /** Last day of the fiscal year within its last month, 1 to 31. */
  fiscalyearLastDay: Maybe<Scalars['Int']['output']>;
  /** Last month of the fiscal year. */
  fiscalyearLastMonth: Maybe<FiscalMonth>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The company this one is a branch of. */
  parent: Maybe<Company>;
  /** The company as a partner: its address and tax number. */
  partner: Maybe<Partner>;
  /** Phone number, as typed. */
  phone: Maybe<Scalars['String']['output']>;
  /** Place among the companies, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Street, first line. */
  street: Maybe<Scalars['String']['output']>;
  /** Users of Odoo that may work in this company. */
  users: Maybe<UserConnection>;
  /** Tax identification number. */
  vat: Maybe<Scalars['String']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
  /** Postal code. */
  zip: Maybe<Scalars['String']['output']>;
};


/** A company whose books are kept in this Odoo. Owner: Odoo, model `res.company`. */
export type CompanyBranchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CompanyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CompanyOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A company whose books are kept in this Odoo. Owner: Odoo, model `res.company`. */
export type CompanyUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UserOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of Company. */
export type CompanyAvg = {
  __typename?: 'CompanyAvg';
  /** Average of `fiscalyearLastDay`; null where the group has none. */
  fiscalyearLastDay: Maybe<Scalars['Decimal']['output']>;
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Company. */
export type CompanyConnection = {
  __typename?: 'CompanyConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<CompanyEdge>;
  /** The records of the page. */
  nodes: Array<Company>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Company and its place in the list. */
export type CompanyEdge = {
  __typename?: 'CompanyEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Company;
};

/** Which Company records to list; conditions beside each other must all hold. */
export type CompanyFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<CompanyFilter>>;
  /** Condition on `branches`. */
  branches?: InputMaybe<CompanyListFilter>;
  /** Condition on `companyRegistry`. */
  companyRegistry?: InputMaybe<StringFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `email`. */
  email?: InputMaybe<StringFilter>;
  /** Condition on `fiscalCountry`. */
  fiscalCountry?: InputMaybe<CountryFilter>;
  /** Condition on `fiscalyearLastDay`. */
  fiscalyearLastDay?: InputMaybe<IntFilter>;
  /** Condition on `fiscalyearLastMonth`. */
  fiscalyearLastMonth?: InputMaybe<FiscalMonthFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<CompanyFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CompanyFilter>>;
  /** Condition on `parent`. */
  parent?: InputMaybe<CompanyFilter>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `phone`. */
  phone?: InputMaybe<StringFilter>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `users`. */
  users?: InputMaybe<UserListFilter>;
  /** Condition on `vat`. */
  vat?: InputMaybe<StringFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Company records with equal keys. */
export type CompanyGroup = {
  __typename?: 'CompanyGroup';
  /** Averages over the group. */
  avg: CompanyAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: CompanyGroupKeys;
  /** Greatest values of the group. */
  max: CompanyMax;
  /** Smallest values of the group. */
  min: CompanyMin;
  /** Sums over the group. */
  sum: CompanySum;
};

/** One key of a grouping of Company. */
export type CompanyGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: CompanyGroupField;
};

/** Fields that Company records can be grouped by. */
export type CompanyGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `companyRegistry`. */
  | 'COMPANY_REGISTRY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `email`. */
  | 'EMAIL'
  /** By `fiscalyearLastMonth`. */
  | 'FISCALYEAR_LAST_MONTH'
  /** By `fiscalCountry`. */
  | 'FISCAL_COUNTRY'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `partner`. */
  | 'PARTNER'
  /** By `phone`. */
  | 'PHONE'
  /** By `users`. */
  | 'USERS'
  /** By `vat`. */
  | 'VAT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Company; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type CompanyGroupKeys = {
  __typename?: 'CompanyGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `companyRegistry`; of a time, where its interval begins. */
  companyRegistry: Maybe<Scalars['String']['output']>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `email`; of a time, where its interval begins. */
  email: Maybe<Scalars['String']['output']>;
  /** The common `fiscalCountry`; of a time, where its interval begins. */
  fiscalCountry: Maybe<Country>;
  /** The common `fiscalyearLastMonth`; of a time, where its interval begins. */
  fiscalyearLastMonth: Maybe<FiscalMonth>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `parent`; of a time, where its interval begins. */
  parent: Maybe<Company>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `phone`; of a time, where its interval begins. */
  phone: Maybe<Scalars['String']['output']>;
  /** The common `users`; of a time, where its interval begins. */
  users: Maybe<User>;
  /** The common `vat`; of a time, where its interval begins. */
  vat: Maybe<Scalars['String']['output']>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Company. */
export type CompanyGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: CompanyGroupOrderField;
};

/** What groups of Company can be ordered by. */
export type CompanyGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By the average of `fiscalyearLastDay`. */
  | 'AVG_FISCALYEAR_LAST_DAY'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By `companyRegistry`. */
  | 'COMPANY_REGISTRY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `email`. */
  | 'EMAIL'
  /** By `fiscalyearLastMonth`. */
  | 'FISCALYEAR_LAST_MONTH'
  /** By `fiscalCountry`. */
  | 'FISCAL_COUNTRY'
  /** By the greatest `fiscalyearLastDay`. */
  | 'MAX_FISCALYEAR_LAST_DAY'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `fiscalyearLastDay`. */
  | 'MIN_FISCALYEAR_LAST_DAY'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `partner`. */
  | 'PARTNER'
  /** By `phone`. */
  | 'PHONE'
  /** By the sum of `fiscalyearLastDay`. */
  | 'SUM_FISCALYEAR_LAST_DAY'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By `users`. */
  | 'USERS'
  /** By `vat`. */
  | 'VAT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Company. */
export type CompanyGroupPage = {
  __typename?: 'CompanyGroupPage';
  /** The groups. */
  groups: Array<CompanyGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Company below a record. */
export type CompanyListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<CompanyFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<CompanyFilter>;
};

/** Greatest of the numbers of a group of Company. */
export type CompanyMax = {
  __typename?: 'CompanyMax';
  /** Greatest of `fiscalyearLastDay`; null where the group has none. */
  fiscalyearLastDay: Maybe<Scalars['Int']['output']>;
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Company. */
export type CompanyMin = {
  __typename?: 'CompanyMin';
  /** Smallest of `fiscalyearLastDay`; null where the group has none. */
  fiscalyearLastDay: Maybe<Scalars['Int']['output']>;
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Company. */
export type CompanyOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: CompanyOrderField;
};

/** Fields that a list of Company can be ordered by. */
export type CompanyOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `companyRegistry`. */
  | 'COMPANY_REGISTRY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `email`. */
  | 'EMAIL'
  /** By `fiscalyearLastDay`. */
  | 'FISCALYEAR_LAST_DAY'
  /** By `fiscalyearLastMonth`. */
  | 'FISCALYEAR_LAST_MONTH'
  /** By `fiscalCountry`. */
  | 'FISCAL_COUNTRY'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `partner`. */
  | 'PARTNER'
  /** By `phone`. */
  | 'PHONE'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `vat`. */
  | 'VAT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of Company. */
export type CompanySum = {
  __typename?: 'CompanySum';
  /** Sum of `fiscalyearLastDay`; null where the group has none. */
  fiscalyearLastDay: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** What `confirmAttachment` needs. */
export type ConfirmAttachmentInput = {
  /** The attachment's uuid. */
  attachmentId: Scalars['ID']['input'];
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What `confirmAttachment` did. */
export type ConfirmAttachmentPayload = {
  __typename?: 'ConfirmAttachmentPayload';
  /** The attachment; null where it was refused. */
  attachment: Maybe<Attachment>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** How the cost of a product is found. */
export type CostMethod =
  /** Average cost of what is in stock. */
  | 'AVERAGE'
  /** First in, first out. */
  | 'FIFO'
  /** The standard price that is kept on the product. */
  | 'STANDARD';

/** A condition on a CostMethod; null satisfies none but `isNull`. */
export type CostMethodFilter = {
  /** Equal to. */
  eq?: InputMaybe<CostMethod>;
  /** One of. */
  in?: InputMaybe<Array<CostMethod>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<CostMethod>;
  /** None of. */
  notIn?: InputMaybe<Array<CostMethod>>;
};

/** A country. Owner: Odoo, model `res.country`. */
export type Country = Node & {
  __typename?: 'Country';
  /** ISO 3166-1 alpha-2 code, two letters. */
  code: Maybe<Scalars['String']['output']>;
  /** Its currency. */
  currency: Maybe<Currency>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Country calling code, e.g. 63. */
  phoneCode: Maybe<Scalars['Int']['output']>;
  /** What its tax number is called, e.g. `TIN`. */
  vatLabel: Maybe<Scalars['String']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Average of the numbers of a group of Country. */
export type CountryAvg = {
  __typename?: 'CountryAvg';
  /** Average of `phoneCode`; null where the group has none. */
  phoneCode: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Country. */
export type CountryConnection = {
  __typename?: 'CountryConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<CountryEdge>;
  /** The records of the page. */
  nodes: Array<Country>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Country and its place in the list. */
export type CountryEdge = {
  __typename?: 'CountryEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Country;
};

/** Which Country records to list; conditions beside each other must all hold. */
export type CountryFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<CountryFilter>>;
  /** Condition on `code`. */
  code?: InputMaybe<StringFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<CountryFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CountryFilter>>;
  /** Condition on `phoneCode`. */
  phoneCode?: InputMaybe<IntFilter>;
  /** Condition on `vatLabel`. */
  vatLabel?: InputMaybe<StringFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Country records with equal keys. */
export type CountryGroup = {
  __typename?: 'CountryGroup';
  /** Averages over the group. */
  avg: CountryAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: CountryGroupKeys;
  /** Greatest values of the group. */
  max: CountryMax;
  /** Smallest values of the group. */
  min: CountryMin;
  /** Sums over the group. */
  sum: CountrySum;
};

/** One key of a grouping of Country. */
export type CountryGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: CountryGroupField;
};

/** Fields that Country records can be grouped by. */
export type CountryGroupField =
  /** By `code`. */
  | 'CODE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `name`. */
  | 'NAME'
  /** By `vatLabel`. */
  | 'VAT_LABEL'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Country; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type CountryGroupKeys = {
  __typename?: 'CountryGroupKeys';
  /** The common `code`; of a time, where its interval begins. */
  code: Maybe<Scalars['String']['output']>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `vatLabel`; of a time, where its interval begins. */
  vatLabel: Maybe<Scalars['String']['output']>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Country. */
export type CountryGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: CountryGroupOrderField;
};

/** What groups of Country can be ordered by. */
export type CountryGroupOrderField =
  /** By the average of `phoneCode`. */
  | 'AVG_PHONE_CODE'
  /** By `code`. */
  | 'CODE'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By the greatest `phoneCode`. */
  | 'MAX_PHONE_CODE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `phoneCode`. */
  | 'MIN_PHONE_CODE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By the sum of `phoneCode`. */
  | 'SUM_PHONE_CODE'
  /** By `vatLabel`. */
  | 'VAT_LABEL'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Country. */
export type CountryGroupPage = {
  __typename?: 'CountryGroupPage';
  /** The groups. */
  groups: Array<CountryGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Country below a record. */
export type CountryListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<CountryFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<CountryFilter>;
};

/** Greatest of the numbers of a group of Country. */
export type CountryMax = {
  __typename?: 'CountryMax';
  /** Greatest of `phoneCode`; null where the group has none. */
  phoneCode: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Country. */
export type CountryMin = {
  __typename?: 'CountryMin';
  /** Smallest of `phoneCode`; null where the group has none. */
  phoneCode: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Country. */
export type CountryOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: CountryOrderField;
};

/** Fields that a list of Country can be ordered by. */
export type CountryOrderField =
  /** By `code`. */
  | 'CODE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `phoneCode`. */
  | 'PHONE_CODE'
  /** By `vatLabel`. */
  | 'VAT_LABEL'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of Country. */
export type CountrySum = {
  __typename?: 'CountrySum';
  /** Sum of `phoneCode`; null where the group has none. */
  phoneCode: Maybe<Scalars['Decimal']['output']>;
};

/** What `createAttachmentUpload` needs. */
export type CreateAttachmentUploadInput = {
  /** Uuid of the block of the page that it is for; the whole page where absent. */
  blockId?: InputMaybe<Scalars['ID']['input']>;
  /** Its media type, any one, with parameters or without, e.g. `text/csv; charset=utf-8`; empty, as browsers say of a file that they do not know, is `application/octet-stream`. */
  contentType: Scalars['String']['input'];
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name of the file, up to 200 characters. */
  name: Scalars['String']['input'];
  /** The page's uuid. */
  pageId: Scalars['ID']['input'];
  /** Its bytes, counted: 0 to 52428800. */
  size: Scalars['Int']['input'];
};

/** What `createAttachmentUpload` did. */
export type CreateAttachmentUploadPayload = {
  __typename?: 'CreateAttachmentUploadPayload';
  /** The attachment, still pending; null where it was refused. */
  attachment: Maybe<Attachment>;
  /** Where to PUT the file, once and within 2 hours, with the `contentType` of the attachment as the header. Null where it was refused or is confirmed already. As `Attachment.url`, it may begin with `/files/`. */
  uploadUrl: Maybe<Scalars['String']['output']>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `createDatabase` needs. */
export type CreateDatabaseInput = {
  /** Its columns, in order; one of type TEXT called Name where absent. */
  columns?: InputMaybe<Array<DatabaseColumnInput>>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Uuid of the page to stand on. */
  pageId: Scalars['ID']['input'];
  /** Title, up to 500 characters. */
  title: Scalars['String']['input'];
};

/** What `createDatabase` did. */
export type CreateDatabasePayload = {
  __typename?: 'CreateDatabasePayload';
  /** The database; null where it was refused. */
  database: Maybe<Database>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `createPage` needs: a title, and where the page is to stand. Last in its list where it is not said beside what. */
export type CreatePageInput = {
  /** The page to stand right after. */
  afterId?: InputMaybe<Scalars['ID']['input']>;
  /** The page to stand right before. */
  beforeId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Odoo's key of the move that the page is about. */
  moveId?: InputMaybe<Scalars['ID']['input']>;
  /** The page to stand below. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Odoo's key of the partner that the page is about. */
  partnerId?: InputMaybe<Scalars['ID']['input']>;
  /** Odoo's key of the project that the page is about. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** The space, for a page at its top; beside another place it must be that place's. */
  spaceId?: InputMaybe<Scalars['ID']['input']>;
  /** The template to begin with: what stands on the page, databases and files too, is copied from it. Of this space or of another one that the viewer sees; an empty page where absent. */
  templateId?: InputMaybe<Scalars['ID']['input']>;
  /** Title, up to 500 characters. */
  title: Scalars['String']['input'];
};

/** What `createPage` did. */
export type CreatePagePayload = {
  __typename?: 'CreatePagePayload';
  /** What the template's blocks show and the page has no copy of; empty without a template, null where it was refused. */
  leftOut: Maybe<Array<LeftOut>>;
  /** The new page; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `createSpace` needs. */
export type CreateSpaceInput = {
  /** Uuid of the first admin, from a service only: who creates a space as a user is its admin. */
  adminId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Language of its texts: one of the text search configurations of PostgreSQL 15, e.g. `english` or `simple`. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Name, up to 200 characters. */
  name: Scalars['String']['input'];
};

/** What `createSpace` did. */
export type CreateSpacePayload = {
  __typename?: 'CreateSpacePayload';
  /** The new space; null where it was refused, or where its creator is no member. */
  space: Maybe<Space>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A block that an operation made. */
export type CreatedBlock = {
  __typename?: 'CreatedBlock';
  /** What the client named it, as `insert.id` or `split.id`; null where it did not. */
  givenId: Maybe<Scalars['ID']['output']>;
  /** The block's uuid, by which it is read, and by which later requests name it. */
  id: Scalars['ID']['output'];
};

/** A currency. Owner: Odoo, model `res.currency`. */
export type Currency = Node & {
  __typename?: 'Currency';
  /** Whether the currency is in use; lists leave the others out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Decimal places that amounts of this currency are rounded to. */
  decimalPlaces: Maybe<Scalars['Int']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Name in full, e.g. `Philippine peso`. */
  fullName: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Units of the company's currency for one unit of this, today. */
  inverseRate: Maybe<Scalars['Decimal']['output']>;
  /** ISO 4217 code, e.g. `PHP`. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** On which side of an amount the symbol is printed. */
  position: Maybe<CurrencyPosition>;
  /** Units of this currency for one unit of the company's, today. */
  rate: Maybe<Scalars['Decimal']['output']>;
  /** Smallest amount; amounts are rounded to its multiples, e.g. `0.01`. */
  rounding: Maybe<Scalars['Decimal']['output']>;
  /** Symbol printed beside amounts. */
  symbol: Maybe<Scalars['String']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Average of the numbers of a group of Currency. */
export type CurrencyAvg = {
  __typename?: 'CurrencyAvg';
  /** Average of `decimalPlaces`; null where the group has none. */
  decimalPlaces: Maybe<Scalars['Decimal']['output']>;
  /** Average of `rounding`; null where the group has none. */
  rounding: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Currency. */
export type CurrencyConnection = {
  __typename?: 'CurrencyConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<CurrencyEdge>;
  /** The records of the page. */
  nodes: Array<Currency>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Currency and its place in the list. */
export type CurrencyEdge = {
  __typename?: 'CurrencyEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Currency;
};

/** Which Currency records to list; conditions beside each other must all hold. */
export type CurrencyFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<CurrencyFilter>>;
  /** Condition on `decimalPlaces`. */
  decimalPlaces?: InputMaybe<IntFilter>;
  /** Condition on `fullName`. */
  fullName?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<CurrencyFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CurrencyFilter>>;
  /** Condition on `position`. */
  position?: InputMaybe<CurrencyPositionFilter>;
  /** Condition on `rounding`. */
  rounding?: InputMaybe<DecimalFilter>;
  /** Condition on `symbol`. */
  symbol?: InputMaybe<StringFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Currency records with equal keys. */
export type CurrencyGroup = {
  __typename?: 'CurrencyGroup';
  /** Averages over the group. */
  avg: CurrencyAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: CurrencyGroupKeys;
  /** Greatest values of the group. */
  max: CurrencyMax;
  /** Smallest values of the group. */
  min: CurrencyMin;
  /** Sums over the group. */
  sum: CurrencySum;
};

/** One key of a grouping of Currency. */
export type CurrencyGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: CurrencyGroupField;
};

/** Fields that Currency records can be grouped by. */
export type CurrencyGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `fullName`. */
  | 'FULL_NAME'
  /** By `name`. */
  | 'NAME'
  /** By `position`. */
  | 'POSITION'
  /** By `symbol`. */
  | 'SYMBOL'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Currency; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type CurrencyGroupKeys = {
  __typename?: 'CurrencyGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `fullName`; of a time, where its interval begins. */
  fullName: Maybe<Scalars['String']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `position`; of a time, where its interval begins. */
  position: Maybe<CurrencyPosition>;
  /** The common `symbol`; of a time, where its interval begins. */
  symbol: Maybe<Scalars['String']['output']>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Currency. */
export type CurrencyGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: CurrencyGroupOrderField;
};

/** What groups of Currency can be ordered by. */
export type CurrencyGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By the average of `decimalPlaces`. */
  | 'AVG_DECIMAL_PLACES'
  /** By the average of `rounding`. */
  | 'AVG_ROUNDING'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `fullName`. */
  | 'FULL_NAME'
  /** By the greatest `decimalPlaces`. */
  | 'MAX_DECIMAL_PLACES'
  /** By the greatest `rounding`. */
  | 'MAX_ROUNDING'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `decimalPlaces`. */
  | 'MIN_DECIMAL_PLACES'
  /** By the smallest `rounding`. */
  | 'MIN_ROUNDING'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `position`. */
  | 'POSITION'
  /** By the sum of `decimalPlaces`. */
  | 'SUM_DECIMAL_PLACES'
  /** By the sum of `rounding`. */
  | 'SUM_ROUNDING'
  /** By `symbol`. */
  | 'SYMBOL'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Currency. */
export type CurrencyGroupPage = {
  __typename?: 'CurrencyGroupPage';
  /** The groups. */
  groups: Array<CurrencyGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Currency below a record. */
export type CurrencyListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<CurrencyFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<CurrencyFilter>;
};

/** Greatest of the numbers of a group of Currency. */
export type CurrencyMax = {
  __typename?: 'CurrencyMax';
  /** Greatest of `decimalPlaces`; null where the group has none. */
  decimalPlaces: Maybe<Scalars['Int']['output']>;
  /** Greatest of `rounding`; null where the group has none. */
  rounding: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Currency. */
export type CurrencyMin = {
  __typename?: 'CurrencyMin';
  /** Smallest of `decimalPlaces`; null where the group has none. */
  decimalPlaces: Maybe<Scalars['Int']['output']>;
  /** Smallest of `rounding`; null where the group has none. */
  rounding: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Currency. */
export type CurrencyOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: CurrencyOrderField;
};

/** Fields that a list of Currency can be ordered by. */
export type CurrencyOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `decimalPlaces`. */
  | 'DECIMAL_PLACES'
  /** By `fullName`. */
  | 'FULL_NAME'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `position`. */
  | 'POSITION'
  /** By `rounding`. */
  | 'ROUNDING'
  /** By `symbol`. */
  | 'SYMBOL'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** On which side of an amount a currency's symbol is printed. */
export type CurrencyPosition =
  /** Behind the amount. */
  | 'AFTER'
  /** In front of the amount. */
  | 'BEFORE';

/** A condition on a CurrencyPosition; null satisfies none but `isNull`. */
export type CurrencyPositionFilter = {
  /** Equal to. */
  eq?: InputMaybe<CurrencyPosition>;
  /** One of. */
  in?: InputMaybe<Array<CurrencyPosition>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<CurrencyPosition>;
  /** None of. */
  notIn?: InputMaybe<Array<CurrencyPosition>>;
};

/** Sum of the numbers of a group of Currency. */
export type CurrencySum = {
  __typename?: 'CurrencySum';
  /** Sum of `decimalPlaces`; null where the group has none. */
  decimalPlaces: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `rounding`; null where the group has none. */
  rounding: Maybe<Scalars['Decimal']['output']>;
};

/** A table of typed columns on a page. Owner: the workspace, table `work.databases`. */
export type Database = Node & {
  __typename?: 'Database';
  /** When it was archived: neither columns nor rows change until it is restored; null while it is in use. Lists show archived ones too. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its columns, in order. */
  columns: Maybe<DatabaseColumnConnection>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Uuid of the user who made it; null where a service did. */
  createdBy: Maybe<Scalars['ID']['output']>;
  /** The database's uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The page it stands on. */
  page: Maybe<Page>;
  /** Its rows, as they were inserted; `Query.databaseRows` filters, sorts and pages by what their cells hold. */
  rows: Maybe<DatabaseRowConnection>;
  /** The space it is in. */
  space: Maybe<Space>;
  /** Title. */
  title: Scalars['String']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts up with every change of its title, columns or state, from 1; rows have versions of their own. */
  version: Scalars['Int']['output'];
};


/** A table of typed columns on a page. Owner: the workspace, table `work.databases`. */
export type DatabaseColumnsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DatabaseColumnFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DatabaseColumnOrder>>;
};


/** A table of typed columns on a page. Owner: the workspace, table `work.databases`. */
export type DatabaseRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DatabaseRowFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DatabaseRowOrder>>;
};

/**
 * A condition on the cells of a row; those beside each other must all hold. A cell without a value satisfies none but `isNull`.
 *
 * A cell of type DATE that is compared with a day such as "2026-03-31" counts as the day that it lies on, so that `lte` and `eq`
 * find the afternoon of the 31st and `gt` does not. Compared with a time, a cell that holds a day counts as its beginning. A day
 * begins at midnight in the argument `timeZone`, in UTC where it is absent.
 */
export type DatabaseCellFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DatabaseCellFilter>>;
  /** Name of the column that the comparisons beside it are of. */
  column?: InputMaybe<Scalars['String']['input']>;
  /** Contains this text, whatever the case; for TEXT, SELECT, STATUS, URL and EMAIL. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Equal to; not for lists and records of Odoo. */
  eq?: InputMaybe<Scalars['JSON']['input']>;
  /** Greater than; for TEXT, NUMBER, DATE, URL and EMAIL. */
  gt?: InputMaybe<Scalars['JSON']['input']>;
  /** Greater than or equal to; for TEXT, NUMBER, DATE, URL and EMAIL. */
  gte?: InputMaybe<Scalars['JSON']['input']>;
  /** Has this among its choices or related rows, or is a record of Odoo with these fields; for MULTI_SELECT, RELATION and ODOO_RECORD. */
  has?: InputMaybe<Scalars['JSON']['input']>;
  /** One of; not for lists and records of Odoo. */
  in?: InputMaybe<Array<Scalars['JSON']['input']>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than; for TEXT, NUMBER, DATE, URL and EMAIL. */
  lt?: InputMaybe<Scalars['JSON']['input']>;
  /** Less than or equal to; for TEXT, NUMBER, DATE, URL and EMAIL. */
  lte?: InputMaybe<Scalars['JSON']['input']>;
  /** Different from; not for lists and records of Odoo. */
  ne?: InputMaybe<Scalars['JSON']['input']>;
  /** This does not hold. */
  not?: InputMaybe<DatabaseCellFilter>;
  /** None of; not for lists and records of Odoo. */
  notIn?: InputMaybe<Array<Scalars['JSON']['input']>>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DatabaseCellFilter>>;
  /** Starts with this text, whatever the case; for TEXT, SELECT, STATUS, URL and EMAIL. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** One key of the order of a database's rows. Choices sort by their places in the column: a list of them by the first, then the next; days and times sort by when they begin in UTC. */
export type DatabaseCellOrder = {
  /** Name of the column to order by. */
  column: Scalars['String']['input'];
  /** Which way; a cell without a value counts as greater than any. */
  direction?: OrderDirection;
};

/** A column of a database. Owner: the workspace, table `work.db_columns`. */
export type DatabaseColumn = Node & {
  __typename?: 'DatabaseColumn';
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The database. */
  database: Maybe<Database>;
  /** The column's uuid. */
  id: Scalars['ID']['output'];
  /** Its name, by which rows keep their values. */
  name: Scalars['String']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Whether a value is `required`; the `choices` of SELECT, MULTI_SELECT and STATUS; the `databaseId` of RELATION; the `model` of ODOO_RECORD. */
  options: Scalars['JSON']['output'];
  /** What its cells hold. */
  type: DatabaseColumnType;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of a list of DatabaseColumn. */
export type DatabaseColumnConnection = {
  __typename?: 'DatabaseColumnConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<DatabaseColumnEdge>;
  /** The records of the page. */
  nodes: Array<DatabaseColumn>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A DatabaseColumn and its place in the list. */
export type DatabaseColumnEdge = {
  __typename?: 'DatabaseColumnEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: DatabaseColumn;
};

/** Which DatabaseColumn records to list; conditions beside each other must all hold. */
export type DatabaseColumnFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DatabaseColumnFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `database`. */
  database?: InputMaybe<DatabaseFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<DatabaseColumnFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DatabaseColumnFilter>>;
  /** Condition on `type`. */
  type?: InputMaybe<DatabaseColumnTypeFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** A column that is to be made with its database. */
export type DatabaseColumnInput = {
  /** What may be chosen, for SELECT, MULTI_SELECT and STATUS: at most 200 different texts. */
  choices?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Its name, up to 200 characters, of which the database has no other. */
  name: Scalars['String']['input'];
  /** Technical name of the only model of Odoo whose records it takes, for ODOO_RECORD; any where absent. */
  odooModel?: InputMaybe<Scalars['String']['input']>;
  /** Uuid of the database whose rows are related, for RELATION, which must name one. */
  relatedDatabaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether each row must have a value in it. */
  required?: InputMaybe<Scalars['Boolean']['input']>;
  /** What its cells hold. */
  type: DatabaseColumnType;
};

/** A condition on a list of DatabaseColumn below a record. */
export type DatabaseColumnListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<DatabaseColumnFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<DatabaseColumnFilter>;
};

/** One key of the order of a list of DatabaseColumn. */
export type DatabaseColumnOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: DatabaseColumnOrderField;
};

/** Fields that a list of DatabaseColumn can be ordered by. */
export type DatabaseColumnOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `type`. */
  | 'TYPE'
  /** By `updatedAt`. */
  | 'UPDATED_AT';

/** What the cells of a column hold. */
export type DatabaseColumnType =
  /** True or false. */
  | 'CHECKBOX'
  /** A day `2026-03-01`, or a time `2026-03-01T08:30:00Z`, kept in UTC to the second. */
  | 'DATE'
  /** An e-mail address. */
  | 'EMAIL'
  /** Out of scope: refused wherever it is given, and the type of no column. */
  | 'FORMULA'
  /** A list of different ones of the column's choices. */
  | 'MULTI_SELECT'
  /** A number, kept exactly; a decimal number in a string is taken too, with as many as 60 digits and 30 after the point. */
  | 'NUMBER'
  /** A record of Odoo, `{ model, id, label? }`: kept for display, and never written back. */
  | 'ODOO_RECORD'
  /** The uuid of a user. */
  | 'PERSON'
  /** A list of uuids of rows of the column's database, which exist when they are written. */
  | 'RELATION'
  /** One of the column's choices. */
  | 'SELECT'
  /** One of the column's choices, which are `To do`, `In progress` and `Done` where none are given. */
  | 'STATUS'
  /** A text of at most 20,000 characters. */
  | 'TEXT'
  /** An address that begins with https:// or http://. */
  | 'URL';

/** A condition on a DatabaseColumnType; null satisfies none but `isNull`. */
export type DatabaseColumnTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<DatabaseColumnType>;
  /** One of. */
  in?: InputMaybe<Array<DatabaseColumnType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<DatabaseColumnType>;
  /** None of. */
  notIn?: InputMaybe<Array<DatabaseColumnType>>;
};

/** A page of a list of Database. */
export type DatabaseConnection = {
  __typename?: 'DatabaseConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<DatabaseEdge>;
  /** The records of the page. */
  nodes: Array<Database>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Database and its place in the list. */
export type DatabaseEdge = {
  __typename?: 'DatabaseEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Database;
};

/** Which Database records to list; conditions beside each other must all hold. */
export type DatabaseFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DatabaseFilter>>;
  /** Condition on `archivedAt`. */
  archivedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `columns`. */
  columns?: InputMaybe<DatabaseColumnListFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `createdBy`. */
  createdBy?: InputMaybe<IdFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<DatabaseFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DatabaseFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
  /** Condition on `rows`. */
  rows?: InputMaybe<DatabaseRowListFilter>;
  /** Condition on `space`. */
  space?: InputMaybe<SpaceFilter>;
  /** Condition on `title`. */
  title?: InputMaybe<StringFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `version`. */
  version?: InputMaybe<IntFilter>;
};

/** A condition on a list of Database below a record. */
export type DatabaseListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<DatabaseFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<DatabaseFilter>;
};

/** One key of the order of a list of Database. */
export type DatabaseOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: DatabaseOrderField;
};

/** Fields that a list of Database can be ordered by. */
export type DatabaseOrderField =
  /** By `archivedAt`. */
  | 'ARCHIVED_AT'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `createdBy`. */
  | 'CREATED_BY'
  /** By `id`. */
  | 'ID'
  /** By `title`. */
  | 'TITLE'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `version`. */
  | 'VERSION';

/** A row of a database. Owner: the workspace, table `work.db_rows`. */
export type DatabaseRow = Node & {
  __typename?: 'DatabaseRow';
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Uuid of the user who made it; null where a service did. */
  createdBy: Maybe<Scalars['ID']['output']>;
  /** Its cells: an object of column name → value, in the form that the column's type says; a cell without a value is absent. */
  data: Scalars['JSON']['output'];
  /** The database. */
  database: Maybe<Database>;
  /** The row's uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts up with every change, that of a column which changes its cells included, from 1. */
  version: Scalars['Int']['output'];
};

/** A page of a list of DatabaseRow. */
export type DatabaseRowConnection = {
  __typename?: 'DatabaseRowConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<DatabaseRowEdge>;
  /** The records of the page. */
  nodes: Array<DatabaseRow>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A DatabaseRow and its place in the list. */
export type DatabaseRowEdge = {
  __typename?: 'DatabaseRowEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: DatabaseRow;
};

/** Which DatabaseRow records to list; conditions beside each other must all hold. */
export type DatabaseRowFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DatabaseRowFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `createdBy`. */
  createdBy?: InputMaybe<IdFilter>;
  /** Condition on `database`. */
  database?: InputMaybe<DatabaseFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<DatabaseRowFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DatabaseRowFilter>>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `version`. */
  version?: InputMaybe<IntFilter>;
};

/** A condition on a list of DatabaseRow below a record. */
export type DatabaseRowListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<DatabaseRowFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<DatabaseRowFilter>;
};

/** One key of the order of a list of DatabaseRow. */
export type DatabaseRowOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: DatabaseRowOrderField;
};

/** Fields that a list of DatabaseRow can be ordered by. */
export type DatabaseRowOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `createdBy`. */
  | 'CREATED_BY'
  /** By `id`. */
  | 'ID'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `version`. */
  | 'VERSION';

/** A condition on a Date; null satisfies none but `isNull`. */
export type DateFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['Date']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['Date']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['Date']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['Date']['input']>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['Date']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['Date']['input']>;
  /** Different from. */
  ne?: InputMaybe<Scalars['Date']['input']>;
  /** None of. */
  notIn?: InputMaybe<Array<Scalars['Date']['input']>>;
};

/** A condition on a DateTime; null satisfies none but `isNull`. */
export type DateTimeFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['DateTime']['input']>;
  /** On this day or later. */
  fromDay?: InputMaybe<Scalars['Date']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['DateTime']['input']>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Different from. */
  ne?: InputMaybe<Scalars['DateTime']['input']>;
  /** None of. */
  notIn?: InputMaybe<Array<Scalars['DateTime']['input']>>;
  /** On this day, of the time zone that `inOdoo` names, else of UTC. */
  onDay?: InputMaybe<Scalars['Date']['input']>;
  /** On this day or before. */
  throughDay?: InputMaybe<Scalars['Date']['input']>;
};

/** What `decideApproval` needs. */
export type DecideApprovalInput = {
  /** The approval's uuid. */
  approvalId: Scalars['ID']['input'];
  /** What there is to say about it. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** Who decided: needed from a service, the user's uuid; a user decides in his own name. However it is spelt, never who asked. */
  decidedBy?: InputMaybe<Scalars['String']['input']>;
  /** The decision; it is final. */
  decision: ApprovalDecision;
};

/** What `decideApproval` did. */
export type DecideApprovalPayload = {
  __typename?: 'DecideApprovalPayload';
  /** The approval as it is now; null where it was refused. */
  approval: Maybe<Approval>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A condition on a Decimal; null satisfies none but `isNull`. */
export type DecimalFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['Decimal']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['Decimal']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Different from. */
  ne?: InputMaybe<Scalars['Decimal']['input']>;
  /** None of. */
  notIn?: InputMaybe<Array<Scalars['Decimal']['input']>>;
};

/** What `deleteAttachment` needs. */
export type DeleteAttachmentInput = {
  /** The attachment's uuid. */
  attachmentId: Scalars['ID']['input'];
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What `deleteAttachment` did. */
export type DeleteAttachmentPayload = {
  __typename?: 'DeleteAttachmentPayload';
  /** The page that it was on; null where it was refused, and of a file that a template kept. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** Takes a block away, with all that stands inside it. */
export type DeleteBlock = {
  /** The block. */
  blockId: Scalars['ID']['input'];
};

/** What `deleteComment` needs. */
export type DeleteCommentInput = {
  /** The comment's uuid. */
  commentId: Scalars['ID']['input'];
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What `deleteComment` did. */
export type DeleteCommentPayload = {
  __typename?: 'DeleteCommentPayload';
  /** The page that it was about; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `deleteDatabaseRow` needs. */
export type DeleteDatabaseRowInput = {
  /** The version of the row that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The row's uuid. */
  rowId: Scalars['ID']['input'];
};

/** What `deleteDatabaseRow` did. */
export type DeleteDatabaseRowPayload = {
  __typename?: 'DeleteDatabaseRowPayload';
  /** The database; null where it was refused. */
  database: Maybe<Database>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `deleteSchedule` needs. */
export type DeleteScheduleInput = {
  /** The schedule's uuid. */
  scheduleId: Scalars['ID']['input'];
};

/** What `deleteSchedule` did. */
export type DeleteSchedulePayload = {
  __typename?: 'DeleteSchedulePayload';
  /** The uuid that the schedule had; null where it was refused. */
  scheduleId: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `deleteTemplate` needs. */
export type DeleteTemplateInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The template's uuid. */
  templateId: Scalars['ID']['input'];
};

/** What `deleteTemplate` did. */
export type DeleteTemplatePayload = {
  __typename?: 'DeleteTemplatePayload';
  /** The space that it belonged to; null where it was refused. */
  space: Maybe<Space>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/**
 * What is built and deployed as one: its environments, builds and members. Owner: the ledger, table `ops.projects`.
 * Not `Project`: that name is Odoo's `project.project`, which is about work and customers.
 */
export type DeliveryProject = Node & {
  __typename?: 'DeliveryProject';
  /** Approvals that were asked for it, the newest first. */
  approvals: Maybe<ApprovalConnection>;
  /** What was built of it, the newest first. */
  builds: Maybe<BuildConnection>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** What was deployed of it, the newest first. */
  deployments: Maybe<DeploymentConnection>;
  /** Where it is deployed to. */
  environments: Maybe<EnvironmentConnection>;
  /** The project's uuid. */
  id: Scalars['ID']['output'];
  /** Who has a role in it. */
  members: Maybe<ProjectMemberConnection>;
  /** Its name. */
  name: Scalars['String']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Its short name, unique: small letters and digits with single hyphens between. */
  slug: Scalars['String']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/**
 * What is built and deployed as one: its environments, builds and members. Owner: the ledger, table `ops.projects`.
 * Not `Project`: that name is Odoo's `project.project`, which is about work and customers.
 */
export type DeliveryProjectApprovalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApprovalFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ApprovalOrder>>;
};


/**
 * What is built and deployed as one: its environments, builds and members. Owner: the ledger, table `ops.projects`.
 * Not `Project`: that name is Odoo's `project.project`, which is about work and customers.
 */
export type DeliveryProjectBuildsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BuildFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BuildOrder>>;
};


/**
 * What is built and deployed as one: its environments, builds and members. Owner: the ledger, table `ops.projects`.
 * Not `Project`: that name is Odoo's `project.project`, which is about work and customers.
 */
export type DeliveryProjectDeploymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeploymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeploymentOrder>>;
};


/**
 * What is built and deployed as one: its environments, builds and members. Owner: the ledger, table `ops.projects`.
 * Not `Project`: that name is Odoo's `project.project`, which is about work and customers.
 */
export type DeliveryProjectEnvironmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EnvironmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<EnvironmentOrder>>;
};


/**
 * What is built and deployed as one: its environments, builds and members. Owner: the ledger, table `ops.projects`.
 * Not `Project`: that name is Odoo's `project.project`, which is about work and customers.
 */
export type DeliveryProjectMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectMemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectMemberOrder>>;
};

/** A page of a list of DeliveryProject. */
export type DeliveryProjectConnection = {
  __typename?: 'DeliveryProjectConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<DeliveryProjectEdge>;
  /** The records of the page. */
  nodes: Array<DeliveryProject>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A DeliveryProject and its place in the list. */
export type DeliveryProjectEdge = {
  __typename?: 'DeliveryProjectEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: DeliveryProject;
};

/** Which DeliveryProject records to list; conditions beside each other must all hold. */
export type DeliveryProjectFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DeliveryProjectFilter>>;
  /** Condition on `approvals`. */
  approvals?: InputMaybe<ApprovalListFilter>;
  /** Condition on `builds`. */
  builds?: InputMaybe<BuildListFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `deployments`. */
  deployments?: InputMaybe<DeploymentListFilter>;
  /** Condition on `environments`. */
  environments?: InputMaybe<EnvironmentListFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `members`. */
  members?: InputMaybe<ProjectMemberListFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<DeliveryProjectFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DeliveryProjectFilter>>;
  /** Condition on `slug`. */
  slug?: InputMaybe<StringFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** A condition on a list of DeliveryProject below a record. */
export type DeliveryProjectListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<DeliveryProjectFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<DeliveryProjectFilter>;
};

/** One key of the order of a list of DeliveryProject. */
export type DeliveryProjectOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: DeliveryProjectOrderField;
};

/** Fields that a list of DeliveryProject can be ordered by. */
export type DeliveryProjectOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `slug`. */
  | 'SLUG'
  /** By `updatedAt`. */
  | 'UPDATED_AT';

/** How far a sales order is delivered. */
export type DeliveryStatus =
  /** Fully delivered. */
  | 'FULL'
  /** Partly delivered. */
  | 'PARTIAL'
  /** Nothing is delivered. */
  | 'PENDING'
  /** A transfer is done, and no product delivered yet. */
  | 'STARTED';

/** A condition on a DeliveryStatus; null satisfies none but `isNull`. */
export type DeliveryStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<DeliveryStatus>;
  /** One of. */
  in?: InputMaybe<Array<DeliveryStatus>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<DeliveryStatus>;
  /** None of. */
  notIn?: InputMaybe<Array<DeliveryStatus>>;
};

/** A department of the company. Owner: Odoo, model `hr.department`. */
export type Department = Node & {
  __typename?: 'Department';
  /** Whether the department exists; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Departments below it. */
  children: Maybe<DepartmentConnection>;
  /** Company it belongs to. */
  company: Maybe<Company>;
  /** Name with those of the departments above it, e.g. `Management / Sales`. */
  completeName: Maybe<Scalars['String']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Head of the department. */
  manager: Maybe<Employee>;
  /** Its employees. */
  members: Maybe<EmployeeConnection>;
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Notes. */
  note: Maybe<Scalars['String']['output']>;
  /** The department above it. */
  parent: Maybe<Department>;
  /** How many employees it has, without those of the departments below it. */
  totalEmployee: Maybe<Scalars['Int']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A department of the company. Owner: Odoo, model `hr.department`. */
export type DepartmentChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DepartmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DepartmentOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A department of the company. Owner: Odoo, model `hr.department`. */
export type DepartmentMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmployeeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<EmployeeOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a list of Department. */
export type DepartmentConnection = {
  __typename?: 'DepartmentConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<DepartmentEdge>;
  /** The records of the page. */
  nodes: Array<Department>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Department and its place in the list. */
export type DepartmentEdge = {
  __typename?: 'DepartmentEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Department;
};

/** Which Department records to list; conditions beside each other must all hold. */
export type DepartmentFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<DepartmentFilter>>;
  /** Condition on `children`. */
  children?: InputMaybe<DepartmentListFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `manager`. */
  manager?: InputMaybe<EmployeeFilter>;
  /** Condition on `members`. */
  members?: InputMaybe<EmployeeListFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<DepartmentFilter>;
  /** Condition on `note`. */
  note?: InputMaybe<StringFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DepartmentFilter>>;
  /** Condition on `parent`. */
  parent?: InputMaybe<DepartmentFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Department records with equal keys. */
export type DepartmentGroup = {
  __typename?: 'DepartmentGroup';
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: DepartmentGroupKeys;
  /** Greatest values of the group. */
  max: DepartmentMax;
  /** Smallest values of the group. */
  min: DepartmentMin;
};

/** One key of a grouping of Department. */
export type DepartmentGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: DepartmentGroupField;
};

/** Fields that Department records can be grouped by. */
export type DepartmentGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `company`. */
  | 'COMPANY'
  /** By `manager`. */
  | 'MANAGER'
  /** By `name`. */
  | 'NAME'
  /** By `note`. */
  | 'NOTE'
  /** By `parent`. */
  | 'PARENT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Department; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type DepartmentGroupKeys = {
  __typename?: 'DepartmentGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `manager`; of a time, where its interval begins. */
  manager: Maybe<Employee>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `note`; of a time, where its interval begins. */
  note: Maybe<Scalars['String']['output']>;
  /** The common `parent`; of a time, where its interval begins. */
  parent: Maybe<Department>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Department. */
export type DepartmentGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: DepartmentGroupOrderField;
};

/** What groups of Department can be ordered by. */
export type DepartmentGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `manager`. */
  | 'MANAGER'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `note`. */
  | 'NOTE'
  /** By `parent`. */
  | 'PARENT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Department. */
export type DepartmentGroupPage = {
  __typename?: 'DepartmentGroupPage';
  /** The groups. */
  groups: Array<DepartmentGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Department below a record. */
export type DepartmentListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<DepartmentFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<DepartmentFilter>;
};

/** Greatest of the numbers of a group of Department. */
export type DepartmentMax = {
  __typename?: 'DepartmentMax';
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Department. */
export type DepartmentMin = {
  __typename?: 'DepartmentMin';
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Department. */
export type DepartmentOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: DepartmentOrderField;
};

/** Fields that a list of Department can be ordered by. */
export type DepartmentOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `company`. */
  | 'COMPANY'
  /** By `id`. */
  | 'ID'
  /** By `manager`. */
  | 'MANAGER'
  /** By `name`. */
  | 'NAME'
  /** By `note`. */
  | 'NOTE'
  /** By `parent`. */
  | 'PARENT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** A build on its way to an environment, or there. Owner: the ledger, table `ops.deployments`. */
export type Deployment = Node & {
  __typename?: 'Deployment';
  /** The approval that let it through; null where the environment asks for none. */
  approval: Maybe<Approval>;
  /** What is deployed. */
  build: Maybe<Build>;
  /** When it was recorded. */
  createdAt: Scalars['DateTime']['output'];
  /** Where it is deployed to. */
  environment: Maybe<Environment>;
  /** When it ended; null before that. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** The deployment's uuid. */
  id: Scalars['ID']['output'];
  /** The key by which a repeated request is known; unique in the project. Null where none was given. */
  idempotencyKey: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The project. */
  project: Maybe<DeliveryProject>;
  /** Who recorded it: `service`, an agent, or a user's uuid. */
  recordedBy: Scalars['String']['output'];
  /** When it began; null before that. */
  startedAt: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  status: DeploymentStatus;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of a list of Deployment. */
export type DeploymentConnection = {
  __typename?: 'DeploymentConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<DeploymentEdge>;
  /** The records of the page. */
  nodes: Array<Deployment>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Deployment and its place in the list. */
export type DeploymentEdge = {
  __typename?: 'DeploymentEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Deployment;
};

/** Which Deployment records to list; conditions beside each other must all hold. */
export type DeploymentFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DeploymentFilter>>;
  /** Condition on `approval`. */
  approval?: InputMaybe<ApprovalFilter>;
  /** Condition on `build`. */
  build?: InputMaybe<BuildFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `environment`. */
  environment?: InputMaybe<EnvironmentFilter>;
  /** Condition on `finishedAt`. */
  finishedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `idempotencyKey`. */
  idempotencyKey?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<DeploymentFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DeploymentFilter>>;
  /** Condition on `project`. */
  project?: InputMaybe<DeliveryProjectFilter>;
  /** Condition on `recordedBy`. */
  recordedBy?: InputMaybe<StringFilter>;
  /** Condition on `startedAt`. */
  startedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `status`. */
  status?: InputMaybe<DeploymentStatusFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** A condition on a list of Deployment below a record. */
export type DeploymentListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<DeploymentFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<DeploymentFilter>;
};

/** One key of the order of a list of Deployment. */
export type DeploymentOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: DeploymentOrderField;
};

/** Fields that a list of Deployment can be ordered by. */
export type DeploymentOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `finishedAt`. */
  | 'FINISHED_AT'
  /** By `id`. */
  | 'ID'
  /** By `idempotencyKey`. */
  | 'IDEMPOTENCY_KEY'
  /** By `recordedBy`. */
  | 'RECORDED_BY'
  /** By `startedAt`. */
  | 'STARTED_AT'
  /** By `status`. */
  | 'STATUS'
  /** By `updatedAt`. */
  | 'UPDATED_AT';

/** How far a deployment is; one that ended changes no more. */
export type DeploymentStatus =
  /** Ended badly. */
  | 'FAILED'
  /** Not begun. */
  | 'PENDING'
  /** Under way. */
  | 'RUNNING'
  /** Ended well. */
  | 'SUCCEEDED';

/** A condition on a DeploymentStatus; null satisfies none but `isNull`. */
export type DeploymentStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<DeploymentStatus>;
  /** One of. */
  in?: InputMaybe<Array<DeploymentStatus>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<DeploymentStatus>;
  /** None of. */
  notIn?: InputMaybe<Array<DeploymentStatus>>;
};

/** What was found for a question, and what was written from it. */
export type DocsAnswer = {
  __typename?: 'DocsAnswer';
  /** The answer, from the passages alone; null where no language model is configured, or the passages hold no answer. */
  answer: Maybe<WrittenAnswer>;
  /** How far the index is, for what the viewer may see. */
  index: Maybe<SearchIndexState>;
  /** Whether what was found is known not to answer the question: nothing was found, or the language model said nothing that a passage bears out. */
  insufficientEvidence: Scalars['Boolean']['output'];
  /** Whether passages were found by their words alone, because the embedding model did not answer. */
  isKeywordOnly: Scalars['Boolean']['output'];
  /** Passages of pages that the viewer may see, the best first. */
  passages: Array<Passage>;
};

/** A step of an answer that is being written. First what was found, then the text piece by piece, then the end. */
export type DocsAnswerEvent = {
  __typename?: 'DocsAnswerEvent';
  /** The answer as a whole, in the last event; null in the others, and where there is none. */
  answer: Maybe<WrittenAnswer>;
  /** The next sentence of the answer, as `DocsAnswer.answer.text` has it: all of them, one after the other, are that text. Null in the first and in the last event. */
  delta: Maybe<Scalars['String']['output']>;
  /** How far the index is, in the first event; null in the others. */
  index: Maybe<SearchIndexState>;
  /** Whether what was found is known not to answer the question, in the last event; null in the others. */
  insufficientEvidence: Maybe<Scalars['Boolean']['output']>;
  /** Whether this is the last event. */
  isEnd: Scalars['Boolean']['output'];
  /** Whether passages were found by their words alone, in the first event; null in the others. */
  isKeywordOnly: Maybe<Scalars['Boolean']['output']>;
  /** The passages, in the first event; null in the others. */
  passages: Maybe<Array<Passage>>;
};

/** The doctrine: who owns what, and who may do what there. */
export type Doctrine = {
  __typename?: 'Doctrine';
  /** Every agent, by name. */
  agents: Array<DoctrineAgent>;
  /** The three surfaces: `odoo`, `ops` and `work`. */
  surfaces: Array<DoctrineSurface>;
};

/** An agent: a name, a Postgres role, and what it may do. */
export type DoctrineAgent = {
  __typename?: 'DoctrineAgent';
  /** Whether its tokens may act for a user: it then does what both may. */
  actsForUsers: Scalars['Boolean']['output'];
  /** Arguments of which it may give some values only. */
  constraints: Array<DoctrineConstraint>;
  /** SQL functions that it may execute. */
  executes: Array<Scalars['String']['output']>;
  /** How much it may ask. */
  limits: Array<DoctrineLimit>;
  /** Where the doctrine says so. */
  line: Scalars['String']['output'];
  /** Its name, as its token says it. */
  name: Scalars['String']['output'];
  /** What it is for. */
  purpose: Scalars['String']['output'];
  /** Models and tables that it may read. */
  reads: Array<Scalars['String']['output']>;
  /** Its Postgres role. */
  role: Scalars['String']['output'];
  /** What it writes to Odoo through its ORM: a model, and the methods. */
  writesOdoo: Array<DoctrineOdooWrite>;
};

/** An argument of which an agent may give some values only. */
export type DoctrineConstraint = {
  __typename?: 'DoctrineConstraint';
  /** The argument, e.g. `Mutation.heartbeatRun.input.runId`. */
  argument: Scalars['String']['output'];
  /** Which values: `self`, its own name; `own-run`, a run of its own; `own-space`, a space of the user it acts for. */
  only: Scalars['String']['output'];
};

/** How often an agent may ask a root field. */
export type DoctrineLimit = {
  __typename?: 'DoctrineLimit';
  /** The root field, or a root such as `Mutation` for all of its fields. */
  coordinate: Scalars['String']['output'];
  /** `MINUTE`, counted by each process, or `DAY` (UTC), counted for all processes together. */
  per: DoctrinePeriod;
  /** Times that it may be asked. */
  times: Scalars['Int']['output'];
};

/** A model that an agent writes in Odoo. */
export type DoctrineOdooWrite = {
  __typename?: 'DoctrineOdooWrite';
  /** Methods that are called on it. */
  methods: Array<Scalars['String']['output']>;
  /** Its technical name. */
  model: Scalars['String']['output'];
};

/** What a limit is counted over. */
export type DoctrinePeriod =
  /** A day in UTC, for all processes together. */
  | 'DAY'
  /** A minute, in each process. */
  | 'MINUTE';

/** A condition on a DoctrinePeriod; null satisfies none but `isNull`. */
export type DoctrinePeriodFilter = {
  /** Equal to. */
  eq?: InputMaybe<DoctrinePeriod>;
  /** One of. */
  in?: InputMaybe<Array<DoctrinePeriod>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<DoctrinePeriod>;
  /** None of. */
  notIn?: InputMaybe<Array<DoctrinePeriod>>;
};

/** A model or table, and what holds of its rows. */
export type DoctrineSource = {
  __typename?: 'DoctrineSource';
  /** Whether no row of it ever changes. */
  appendOnly: Scalars['Boolean']['output'];
  /** Who keeps it, where it can be made again from other tables: `view`, `trigger`, `function`, or an agent. Null where it says something of its own. */
  maintainedBy: Maybe<Scalars['String']['output']>;
  /** E.g. `res.partner` or `ops.runs`. */
  name: Scalars['String']['output'];
  /** Whether no row of it leaves, but into an archive. */
  neverDeleted: Scalars['Boolean']['output'];
  /** Viewer kinds and agents that may read it. */
  readers: Array<Scalars['String']['output']>;
};

/** One of the three systems behind the gateway. */
export type DoctrineSurface = {
  __typename?: 'DoctrineSurface';
  /** Where the doctrine says so, e.g. `ssot/doctrine.yaml:12`. */
  line: Scalars['String']['output'];
  /** `odoo`, `ops` or `work`. */
  name: Scalars['String']['output'];
  /** Its models (`odoo`) or tables. */
  owns: Array<DoctrineSource>;
  /** `SoR`, `SSOT` or `SoW`: System of Record, Single Source of Truth, System of Work. */
  role: Scalars['String']['output'];
  /** Where it lives. */
  system: Scalars['String']['output'];
  /** Viewer kinds and agents that may write here. */
  writers: Array<Scalars['String']['output']>;
};

/** A viewer kind or an agent that may write something, and how. */
export type DoctrineWriter = {
  __typename?: 'DoctrineWriter';
  /** How, e.g. `by ops.enqueue`, or `update of title, where row-level security lets it`. */
  how: Scalars['String']['output'];
  /** Where the doctrine says so. */
  line: Scalars['String']['output'];
  /** `user`, `service`, or the name of an agent. */
  name: Scalars['String']['output'];
};

/** What `duplicatePage` needs. */
export type DuplicatePageInput = {
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The page's uuid. */
  pageId: Scalars['ID']['input'];
  /** Whether the pages below it are copied too; archived ones are not. */
  subtree?: InputMaybe<Scalars['Boolean']['input']>;
  /** Title of the copy; the original's with ` (copy)` where absent. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What `duplicatePage` did. */
export type DuplicatePagePayload = {
  __typename?: 'DuplicatePagePayload';
  /** Databases and files of the copied pages that the copy does not have; null where it was refused. */
  leftOut: Maybe<Array<LeftOut>>;
  /** The copy; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `editComment` needs. */
export type EditCommentInput = {
  /** Text, up to 10000 characters. */
  body: Scalars['String']['input'];
  /** The comment's uuid. */
  commentId: Scalars['ID']['input'];
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What `editComment` did. */
export type EditCommentPayload = {
  __typename?: 'EditCommentPayload';
  /** The comment; null where it was refused. */
  comment: Maybe<Comment>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A person who works for the company. Owner: Odoo, model `hr.employee`. */
export type Employee = Node & {
  __typename?: 'Employee';
  /** Whether the person works for the company; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Coach; has no rights by that. */
  coach: Maybe<Employee>;
  /** Company the person works for. */
  company: Maybe<Company>;
  /** Currency of `hourlyCost`: the company's. */
  currency: Maybe<Currency>;
  /** Department the person works in. */
  department: Maybe<Department>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** In what relation the person works for the company. */
  employeeType: Maybe<EmployeeType>;
  /** Who approves the person's expenses; null where any expense approver does. */
  expenseManager: Maybe<User>;
  /** Cost of one hour of work, in `currency`; timesheets are valued by it. */
  hourlyCost: Maybe<Scalars['Decimal']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Job title. */
  jobTitle: Maybe<Scalars['String']['output']>;
  /** Manager. */
  manager: Maybe<Employee>;
  /** Mobile phone number at work. */
  mobilePhone: Maybe<Scalars['String']['output']>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Employees whose manager this is. */
  subordinates: Maybe<EmployeeConnection>;
  /** The person as a user of Odoo. */
  user: Maybe<User>;
  /** The person as a partner: address at work. */
  workContact: Maybe<Partner>;
  /** Email address at work. */
  workEmail: Maybe<Scalars['String']['output']>;
  /** Phone number at work. */
  workPhone: Maybe<Scalars['String']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A person who works for the company. Owner: Odoo, model `hr.employee`. */
export type EmployeeSubordinatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmployeeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<EmployeeOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of Employee. */
export type EmployeeAvg = {
  __typename?: 'EmployeeAvg';
  /** Average of `hourlyCost`; null where the group has none. */
  hourlyCost: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Employee. */
export type EmployeeConnection = {
  __typename?: 'EmployeeConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<EmployeeEdge>;
  /** The records of the page. */
  nodes: Array<Employee>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Employee and its place in the list. */
export type EmployeeEdge = {
  __typename?: 'EmployeeEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Employee;
};

/** Which Employee records to list; conditions beside each other must all hold. */
export type EmployeeFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<EmployeeFilter>>;
  /** Condition on `coach`. */
  coach?: InputMaybe<EmployeeFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `department`. */
  department?: InputMaybe<DepartmentFilter>;
  /** Condition on `employeeType`. */
  employeeType?: InputMaybe<EmployeeTypeFilter>;
  /** Condition on `expenseManager`. */
  expenseManager?: InputMaybe<UserFilter>;
  /** Condition on `hourlyCost`. */
  hourlyCost?: InputMaybe<DecimalFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `jobTitle`. */
  jobTitle?: InputMaybe<StringFilter>;
  /** Condition on `manager`. */
  manager?: InputMaybe<EmployeeFilter>;
  /** Condition on `mobilePhone`. */
  mobilePhone?: InputMaybe<StringFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<EmployeeFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<EmployeeFilter>>;
  /** Condition on `subordinates`. */
  subordinates?: InputMaybe<EmployeeListFilter>;
  /** Condition on `user`. */
  user?: InputMaybe<UserFilter>;
  /** Condition on `workContact`. */
  workContact?: InputMaybe<PartnerFilter>;
  /** Condition on `workEmail`. */
  workEmail?: InputMaybe<StringFilter>;
  /** Condition on `workPhone`. */
  workPhone?: InputMaybe<StringFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Employee records with equal keys. */
export type EmployeeGroup = {
  __typename?: 'EmployeeGroup';
  /** Averages over the group. */
  avg: EmployeeAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: EmployeeGroupKeys;
  /** Greatest values of the group. */
  max: EmployeeMax;
  /** Smallest values of the group. */
  min: EmployeeMin;
  /** Sums over the group. */
  sum: EmployeeSum;
};

/** One key of a grouping of Employee. */
export type EmployeeGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: EmployeeGroupField;
};

/** Fields that Employee records can be grouped by. */
export type EmployeeGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `coach`. */
  | 'COACH'
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `department`. */
  | 'DEPARTMENT'
  /** By `employeeType`. */
  | 'EMPLOYEE_TYPE'
  /** By `expenseManager`. */
  | 'EXPENSE_MANAGER'
  /** By `jobTitle`. */
  | 'JOB_TITLE'
  /** By `manager`. */
  | 'MANAGER'
  /** By `mobilePhone`. */
  | 'MOBILE_PHONE'
  /** By `name`. */
  | 'NAME'
  /** By `user`. */
  | 'USER'
  /** By `workContact`. */
  | 'WORK_CONTACT'
  /** By `workEmail`. */
  | 'WORK_EMAIL'
  /** By `workPhone`. */
  | 'WORK_PHONE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Employee; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type EmployeeGroupKeys = {
  __typename?: 'EmployeeGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `coach`; of a time, where its interval begins. */
  coach: Maybe<Employee>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `department`; of a time, where its interval begins. */
  department: Maybe<Department>;
  /** The common `employeeType`; of a time, where its interval begins. */
  employeeType: Maybe<EmployeeType>;
  /** The common `expenseManager`; of a time, where its interval begins. */
  expenseManager: Maybe<User>;
  /** The common `jobTitle`; of a time, where its interval begins. */
  jobTitle: Maybe<Scalars['String']['output']>;
  /** The common `manager`; of a time, where its interval begins. */
  manager: Maybe<Employee>;
  /** The common `mobilePhone`; of a time, where its interval begins. */
  mobilePhone: Maybe<Scalars['String']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `user`; of a time, where its interval begins. */
  user: Maybe<User>;
  /** The common `workContact`; of a time, where its interval begins. */
  workContact: Maybe<Partner>;
  /** The common `workEmail`; of a time, where its interval begins. */
  workEmail: Maybe<Scalars['String']['output']>;
  /** The common `workPhone`; of a time, where its interval begins. */
  workPhone: Maybe<Scalars['String']['output']>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Employee. */
export type EmployeeGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: EmployeeGroupOrderField;
};

/** What groups of Employee can be ordered by. */
export type EmployeeGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By the average of `hourlyCost`. */
  | 'AVG_HOURLY_COST'
  /** By `coach`. */
  | 'COACH'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `department`. */
  | 'DEPARTMENT'
  /** By `employeeType`. */
  | 'EMPLOYEE_TYPE'
  /** By `expenseManager`. */
  | 'EXPENSE_MANAGER'
  /** By `jobTitle`. */
  | 'JOB_TITLE'
  /** By `manager`. */
  | 'MANAGER'
  /** By the greatest `hourlyCost`. */
  | 'MAX_HOURLY_COST'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `hourlyCost`. */
  | 'MIN_HOURLY_COST'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `mobilePhone`. */
  | 'MOBILE_PHONE'
  /** By `name`. */
  | 'NAME'
  /** By the sum of `hourlyCost`. */
  | 'SUM_HOURLY_COST'
  /** By `user`. */
  | 'USER'
  /** By `workContact`. */
  | 'WORK_CONTACT'
  /** By `workEmail`. */
  | 'WORK_EMAIL'
  /** By `workPhone`. */
  | 'WORK_PHONE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Employee. */
export type EmployeeGroupPage = {
  __typename?: 'EmployeeGroupPage';
  /** The groups. */
  groups: Array<EmployeeGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Employee below a record. */
export type EmployeeListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<EmployeeFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<EmployeeFilter>;
};

/** Greatest of the numbers of a group of Employee. */
export type EmployeeMax = {
  __typename?: 'EmployeeMax';
  /** Greatest of `hourlyCost`; null where the group has none. */
  hourlyCost: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Employee. */
export type EmployeeMin = {
  __typename?: 'EmployeeMin';
  /** Smallest of `hourlyCost`; null where the group has none. */
  hourlyCost: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Employee. */
export type EmployeeOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: EmployeeOrderField;
};

/** Fields that a list of Employee can be ordered by. */
export type EmployeeOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `coach`. */
  | 'COACH'
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `department`. */
  | 'DEPARTMENT'
  /** By `employeeType`. */
  | 'EMPLOYEE_TYPE'
  /** By `expenseManager`. */
  | 'EXPENSE_MANAGER'
  /** By `hourlyCost`. */
  | 'HOURLY_COST'
  /** By `id`. */
  | 'ID'
  /** By `jobTitle`. */
  | 'JOB_TITLE'
  /** By `manager`. */
  | 'MANAGER'
  /** By `mobilePhone`. */
  | 'MOBILE_PHONE'
  /** By `name`. */
  | 'NAME'
  /** By `user`. */
  | 'USER'
  /** By `workContact`. */
  | 'WORK_CONTACT'
  /** By `workEmail`. */
  | 'WORK_EMAIL'
  /** By `workPhone`. */
  | 'WORK_PHONE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of Employee. */
export type EmployeeSum = {
  __typename?: 'EmployeeSum';
  /** Sum of `hourlyCost`; null where the group has none. */
  hourlyCost: Maybe<Scalars['Decimal']['output']>;
};

/** In what relation a person works for the company. */
export type EmployeeType =
  /** A contractor. */
  | 'CONTRACTOR'
  /** An employee. */
  | 'EMPLOYEE'
  /** A freelancer. */
  | 'FREELANCE'
  /** A student. */
  | 'STUDENT'
  /** A trainee. */
  | 'TRAINEE'
  /** A worker. */
  | 'WORKER';

/** A condition on a EmployeeType; null satisfies none but `isNull`. */
export type EmployeeTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<EmployeeType>;
  /** One of. */
  in?: InputMaybe<Array<EmployeeType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<EmployeeType>;
  /** None of. */
  notIn?: InputMaybe<Array<EmployeeType>>;
};

/** What `enqueueRun` needs. */
export type EnqueueRunInput = {
  /** Name of the agent that is to execute it, as in the doctrine; any other is refused. */
  agent: Scalars['String']['input'];
  /** Makes a repeated request lead to the same run; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the run works on. */
  input?: InputMaybe<Scalars['JSON']['input']>;
  /** What is to be done, e.g. `odoo.write`. A kind that nobody executes is refused; where an external worker may take it, the run waits and has a `warning`. */
  kind: Scalars['String']['input'];
  /** How often it may be claimed, 1 to 100. */
  maxAttempts?: InputMaybe<Scalars['Int']['input']>;
  /** Open runs of the agent with the same key are worked on one at a time, in the order of enqueueing, side by side with those of other keys. Absent, a run of kind `odoo.write` has one key for each record that its input names; any other run waits for none. */
  orderingKey?: InputMaybe<Scalars['String']['input']>;
  /** Which queued run goes first: the greater one, -1000 to 1000. Each point counts as much as some time of waiting, `agents.*.ageing` of the doctrine. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /** For which user a service asks, as a uuid, also `user:<uuid>`; absent, the run was asked for by who enqueues it. */
  requestedBy?: InputMaybe<Scalars['String']['input']>;
  /** Not before this time; now where absent. */
  runAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What `enqueueRun` did. */
export type EnqueueRunPayload = {
  __typename?: 'EnqueueRunPayload';
  /** Whether this call made it; null where it was refused. */
  created: Maybe<Scalars['Boolean']['output']>;
  /** The run, new or the one that the key led to; null where it was refused. */
  run: Maybe<Run>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** Where a project is deployed to. Owner: the ledger, table `ops.environments`. */
export type Environment = Node & {
  __typename?: 'Environment';
  /** Approvals that were asked for it, the newest first. */
  approvals: Maybe<ApprovalConnection>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** What was deployed to it, the newest first. */
  deployments: Maybe<DeploymentConnection>;
  /** The environment's uuid. */
  id: Scalars['ID']['output'];
  /** Which one of the project's it is; it never changes. */
  name: EnvironmentName;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The project it belongs to. */
  project: Maybe<DeliveryProject>;
  /** Whether a deployment to it needs an approval. */
  requiresApproval: Scalars['Boolean']['output'];
};


/** Where a project is deployed to. Owner: the ledger, table `ops.environments`. */
export type EnvironmentApprovalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApprovalFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ApprovalOrder>>;
};


/** Where a project is deployed to. Owner: the ledger, table `ops.environments`. */
export type EnvironmentDeploymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeploymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeploymentOrder>>;
};

/** A page of a list of Environment. */
export type EnvironmentConnection = {
  __typename?: 'EnvironmentConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<EnvironmentEdge>;
  /** The records of the page. */
  nodes: Array<Environment>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Environment and its place in the list. */
export type EnvironmentEdge = {
  __typename?: 'EnvironmentEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Environment;
};

/** Which Environment records to list; conditions beside each other must all hold. */
export type EnvironmentFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<EnvironmentFilter>>;
  /** Condition on `approvals`. */
  approvals?: InputMaybe<ApprovalListFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `deployments`. */
  deployments?: InputMaybe<DeploymentListFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<EnvironmentNameFilter>;
  /** This does not hold. */
  not?: InputMaybe<EnvironmentFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<EnvironmentFilter>>;
  /** Condition on `project`. */
  project?: InputMaybe<DeliveryProjectFilter>;
  /** Condition on `requiresApproval`. */
  requiresApproval?: InputMaybe<BooleanFilter>;
};

/** A condition on a list of Environment below a record. */
export type EnvironmentListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<EnvironmentFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<EnvironmentFilter>;
};

/** The environments that every project has. */
export type EnvironmentName =
  /** For trying out. */
  | 'DEV'
  /** The real thing: takes only what succeeded on staging. */
  | 'PRODUCTION'
  /** The last stop before production. */
  | 'STAGING';

/** A condition on a EnvironmentName; null satisfies none but `isNull`. */
export type EnvironmentNameFilter = {
  /** Equal to. */
  eq?: InputMaybe<EnvironmentName>;
  /** One of. */
  in?: InputMaybe<Array<EnvironmentName>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<EnvironmentName>;
  /** None of. */
  notIn?: InputMaybe<Array<EnvironmentName>>;
};

/** One key of the order of a list of Environment. */
export type EnvironmentOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: EnvironmentOrderField;
};

/** Fields that a list of Environment can be ordered by. */
export type EnvironmentOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `requiresApproval`. */
  | 'REQUIRES_APPROVAL';

/** An expense of an employee. Owner: Odoo, model `hr.expense`. */
export type Expense = Node & {
  __typename?: 'Expense';
  /** Account that it is booked on. */
  account: Maybe<Account>;
  /** Still to be paid back, in `companyCurrency`. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** When it was approved. */
  approvalDate: Maybe<Scalars['DateTime']['output']>;
  /** What the approver decided; null while it is a draft. */
  approvalState: Maybe<ExpenseApprovalState>;
  /** Company that bears it. */
  company: Maybe<Company>;
  /** Currency of the company's books. */
  companyCurrency: Maybe<Currency>;
  /** When it was entered. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Currency of the receipt. */
  currency: Maybe<Currency>;
  /** Day of the expense. */
  date: Maybe<Scalars['Date']['output']>;
  /** Department of the employee. */
  department: Maybe<Department>;
  /** Internal notes. */
  description: Maybe<Scalars['String']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Who spent it. */
  employee: Maybe<Employee>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Who approves it. */
  manager: Maybe<User>;
  /** Journal entry that books it. */
  move: Maybe<Move>;
  /** What it was spent on. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Who paid. */
  paymentMode: Maybe<ExpensePaymentMode>;
  /** Price for one `unit` with tax, in `currency`. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Category of the expense. */
  product: Maybe<Product>;
  /** Quantity, in `unit`. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Sales order by which it is invoiced to a customer. */
  saleOrder: Maybe<SaleOrder>;
  /** Line of that sales order. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** Where the expense stands. */
  state: Maybe<ExpenseState>;
  /** Tax, in `companyCurrency`. */
  taxAmount: Maybe<Scalars['Decimal']['output']>;
  /** Tax, in `currency`. */
  taxAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Total with tax, in `companyCurrency`. */
  totalAmount: Maybe<Scalars['Decimal']['output']>;
  /** Total with tax, in `currency`. */
  totalAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Unit of the quantity. */
  unit: Maybe<Unit>;
  /** Total before tax, in `currency`. */
  untaxedAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Vendor of the receipt. */
  vendor: Maybe<Partner>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** What the approver of an expense decided. */
export type ExpenseApprovalState =
  /** Approved. */
  | 'APPROVED'
  /** Refused. */
  | 'REFUSED'
  /** Not yet decided. */
  | 'SUBMITTED';

/** A condition on a ExpenseApprovalState; null satisfies none but `isNull`. */
export type ExpenseApprovalStateFilter = {
  /** Equal to. */
  eq?: InputMaybe<ExpenseApprovalState>;
  /** One of. */
  in?: InputMaybe<Array<ExpenseApprovalState>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ExpenseApprovalState>;
  /** None of. */
  notIn?: InputMaybe<Array<ExpenseApprovalState>>;
};

/** Average of the numbers of a group of Expense. */
export type ExpenseAvg = {
  __typename?: 'ExpenseAvg';
  /** Average of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Average of `quantity`; null where the group has none. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Average of `taxAmount`; null where the group has none. */
  taxAmount: Maybe<Scalars['Decimal']['output']>;
  /** Average of `taxAmountCurrency`; null where the group has none. */
  taxAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Average of `totalAmount`; null where the group has none. */
  totalAmount: Maybe<Scalars['Decimal']['output']>;
  /** Average of `totalAmountCurrency`; null where the group has none. */
  totalAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Average of `untaxedAmountCurrency`; null where the group has none. */
  untaxedAmountCurrency: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Expense. */
export type ExpenseConnection = {
  __typename?: 'ExpenseConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ExpenseEdge>;
  /** The records of the page. */
  nodes: Array<Expense>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Expense and its place in the list. */
export type ExpenseEdge = {
  __typename?: 'ExpenseEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Expense;
};

/** Which Expense records to list; conditions beside each other must all hold. */
export type ExpenseFilter = {
  /** Condition on `account`. */
  account?: InputMaybe<AccountFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<ExpenseFilter>>;
  /** Condition on `approvalDate`. */
  approvalDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `approvalState`. */
  approvalState?: InputMaybe<ExpenseApprovalStateFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `companyCurrency`. */
  companyCurrency?: InputMaybe<CurrencyFilter>;
  /** Condition on `createDate`. */
  createDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `date`. */
  date?: InputMaybe<DateFilter>;
  /** Condition on `department`. */
  department?: InputMaybe<DepartmentFilter>;
  /** Condition on `description`. */
  description?: InputMaybe<StringFilter>;
  /** Condition on `employee`. */
  employee?: InputMaybe<EmployeeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `manager`. */
  manager?: InputMaybe<UserFilter>;
  /** Condition on `move`. */
  move?: InputMaybe<MoveFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<ExpenseFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ExpenseFilter>>;
  /** Condition on `paymentMode`. */
  paymentMode?: InputMaybe<ExpensePaymentModeFilter>;
  /** Condition on `priceUnit`. */
  priceUnit?: InputMaybe<DecimalFilter>;
  /** Condition on `product`. */
  product?: InputMaybe<ProductFilter>;
  /** Condition on `quantity`. */
  quantity?: InputMaybe<DecimalFilter>;
  /** Condition on `saleOrder`. */
  saleOrder?: InputMaybe<SaleOrderFilter>;
  /** Condition on `saleOrderLine`. */
  saleOrderLine?: InputMaybe<SaleOrderLineFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<ExpenseStateFilter>;
  /** Condition on `taxAmount`. */
  taxAmount?: InputMaybe<DecimalFilter>;
  /** Condition on `taxAmountCurrency`. */
  taxAmountCurrency?: InputMaybe<DecimalFilter>;
  /** Condition on `totalAmount`. */
  totalAmount?: InputMaybe<DecimalFilter>;
  /** Condition on `totalAmountCurrency`. */
  totalAmountCurrency?: InputMaybe<DecimalFilter>;
  /** Condition on `unit`. */
  unit?: InputMaybe<UnitFilter>;
  /** Condition on `untaxedAmountCurrency`. */
  untaxedAmountCurrency?: InputMaybe<DecimalFilter>;
  /** Condition on `vendor`. */
  vendor?: InputMaybe<PartnerFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Expense records with equal keys. */
export type ExpenseGroup = {
  __typename?: 'ExpenseGroup';
  /** Averages over the group. */
  avg: ExpenseAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: ExpenseGroupKeys;
  /** Greatest values of the group. */
  max: ExpenseMax;
  /** Smallest values of the group. */
  min: ExpenseMin;
  /** Sums over the group. */
  sum: ExpenseSum;
};

/** One key of a grouping of Expense. */
export type ExpenseGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: ExpenseGroupField;
};

/** Fields that Expense records can be grouped by. */
export type ExpenseGroupField =
  /** By `account`. */
  | 'ACCOUNT'
  /** By `approvalDate`. */
  | 'APPROVAL_DATE'
  /** By `approvalState`. */
  | 'APPROVAL_STATE'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `department`. */
  | 'DEPARTMENT'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `employee`. */
  | 'EMPLOYEE'
  /** By `manager`. */
  | 'MANAGER'
  /** By `move`. */
  | 'MOVE'
  /** By `name`. */
  | 'NAME'
  /** By `paymentMode`. */
  | 'PAYMENT_MODE'
  /** By `product`. */
  | 'PRODUCT'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `state`. */
  | 'STATE'
  /** By `unit`. */
  | 'UNIT'
  /** By `vendor`. */
  | 'VENDOR'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Expense; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type ExpenseGroupKeys = {
  __typename?: 'ExpenseGroupKeys';
  /** The common `account`; of a time, where its interval begins. */
  account: Maybe<Account>;
  /** The common `approvalDate`; of a time, where its interval begins. */
  approvalDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `approvalState`; of a time, where its interval begins. */
  approvalState: Maybe<ExpenseApprovalState>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `companyCurrency`; of a time, where its interval begins. */
  companyCurrency: Maybe<Currency>;
  /** The common `createDate`; of a time, where its interval begins. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `date`; of a time, where its interval begins. */
  date: Maybe<Scalars['Date']['output']>;
  /** The common `department`; of a time, where its interval begins. */
  department: Maybe<Department>;
  /** The common `description`; of a time, where its interval begins. */
  description: Maybe<Scalars['String']['output']>;
  /** The common `employee`; of a time, where its interval begins. */
  employee: Maybe<Employee>;
  /** The common `manager`; of a time, where its interval begins. */
  manager: Maybe<User>;
  /** The common `move`; of a time, where its interval begins. */
  move: Maybe<Move>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `paymentMode`; of a time, where its interval begins. */
  paymentMode: Maybe<ExpensePaymentMode>;
  /** The common `product`; of a time, where its interval begins. */
  product: Maybe<Product>;
  /** The common `saleOrder`; of a time, where its interval begins. */
  saleOrder: Maybe<SaleOrder>;
  /** The common `saleOrderLine`; of a time, where its interval begins. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<ExpenseState>;
  /** The common `unit`; of a time, where its interval begins. */
  unit: Maybe<Unit>;
  /** The common `vendor`; of a time, where its interval begins. */
  vendor: Maybe<Partner>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Expense. */
export type ExpenseGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: ExpenseGroupOrderField;
};

/** What groups of Expense can be ordered by. */
export type ExpenseGroupOrderField =
  /** By `account`. */
  | 'ACCOUNT'
  /** By `approvalDate`. */
  | 'APPROVAL_DATE'
  /** By `approvalState`. */
  | 'APPROVAL_STATE'
  /** By the average of `priceUnit`. */
  | 'AVG_PRICE_UNIT'
  /** By the average of `quantity`. */
  | 'AVG_QUANTITY'
  /** By the average of `taxAmount`. */
  | 'AVG_TAX_AMOUNT'
  /** By the average of `taxAmountCurrency`. */
  | 'AVG_TAX_AMOUNT_CURRENCY'
  /** By the average of `totalAmount`. */
  | 'AVG_TOTAL_AMOUNT'
  /** By the average of `totalAmountCurrency`. */
  | 'AVG_TOTAL_AMOUNT_CURRENCY'
  /** By the average of `untaxedAmountCurrency`. */
  | 'AVG_UNTAXED_AMOUNT_CURRENCY'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `department`. */
  | 'DEPARTMENT'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `employee`. */
  | 'EMPLOYEE'
  /** By `manager`. */
  | 'MANAGER'
  /** By the greatest `approvalDate`. */
  | 'MAX_APPROVAL_DATE'
  /** By the greatest `createDate`. */
  | 'MAX_CREATE_DATE'
  /** By the greatest `date`. */
  | 'MAX_DATE'
  /** By the greatest `priceUnit`. */
  | 'MAX_PRICE_UNIT'
  /** By the greatest `quantity`. */
  | 'MAX_QUANTITY'
  /** By the greatest `taxAmount`. */
  | 'MAX_TAX_AMOUNT'
  /** By the greatest `taxAmountCurrency`. */
  | 'MAX_TAX_AMOUNT_CURRENCY'
  /** By the greatest `totalAmount`. */
  | 'MAX_TOTAL_AMOUNT'
  /** By the greatest `totalAmountCurrency`. */
  | 'MAX_TOTAL_AMOUNT_CURRENCY'
  /** By the greatest `untaxedAmountCurrency`. */
  | 'MAX_UNTAXED_AMOUNT_CURRENCY'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `approvalDate`. */
  | 'MIN_APPROVAL_DATE'
  /** By the smallest `createDate`. */
  | 'MIN_CREATE_DATE'
  /** By the smallest `date`. */
  | 'MIN_DATE'
  /** By the smallest `priceUnit`. */
  | 'MIN_PRICE_UNIT'
  /** By the smallest `quantity`. */
  | 'MIN_QUANTITY'
  /** By the smallest `taxAmount`. */
  | 'MIN_TAX_AMOUNT'
  /** By the smallest `taxAmountCurrency`. */
  | 'MIN_TAX_AMOUNT_CURRENCY'
  /** By the smallest `totalAmount`. */
  | 'MIN_TOTAL_AMOUNT'
  /** By the smallest `totalAmountCurrency`. */
  | 'MIN_TOTAL_AMOUNT_CURRENCY'
  /** By the smallest `untaxedAmountCurrency`. */
  | 'MIN_UNTAXED_AMOUNT_CURRENCY'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `move`. */
  | 'MOVE'
  /** By `name`. */
  | 'NAME'
  /** By `paymentMode`. */
  | 'PAYMENT_MODE'
  /** By `product`. */
  | 'PRODUCT'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `priceUnit`. */
  | 'SUM_PRICE_UNIT'
  /** By the sum of `quantity`. */
  | 'SUM_QUANTITY'
  /** By the sum of `taxAmount`. */
  | 'SUM_TAX_AMOUNT'
  /** By the sum of `taxAmountCurrency`. */
  | 'SUM_TAX_AMOUNT_CURRENCY'
  /** By the sum of `totalAmount`. */
  | 'SUM_TOTAL_AMOUNT'
  /** By the sum of `totalAmountCurrency`. */
  | 'SUM_TOTAL_AMOUNT_CURRENCY'
  /** By the sum of `untaxedAmountCurrency`. */
  | 'SUM_UNTAXED_AMOUNT_CURRENCY'
  /** By `unit`. */
  | 'UNIT'
  /** By `vendor`. */
  | 'VENDOR'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Expense. */
export type ExpenseGroupPage = {
  __typename?: 'ExpenseGroupPage';
  /** The groups. */
  groups: Array<ExpenseGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Expense below a record. */
export type ExpenseListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ExpenseFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ExpenseFilter>;
};

/** Greatest of the numbers of a group of Expense. */
export type ExpenseMax = {
  __typename?: 'ExpenseMax';
  /** Greatest of `approvalDate`; null where the group has none. */
  approvalDate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Greatest of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `quantity`; null where the group has none. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `taxAmount`; null where the group has none. */
  taxAmount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `taxAmountCurrency`; null where the group has none. */
  taxAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `totalAmount`; null where the group has none. */
  totalAmount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `totalAmountCurrency`; null where the group has none. */
  totalAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `untaxedAmountCurrency`; null where the group has none. */
  untaxedAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Expense. */
export type ExpenseMin = {
  __typename?: 'ExpenseMin';
  /** Smallest of `approvalDate`; null where the group has none. */
  approvalDate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Smallest of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `quantity`; null where the group has none. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `taxAmount`; null where the group has none. */
  taxAmount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `taxAmountCurrency`; null where the group has none. */
  taxAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `totalAmount`; null where the group has none. */
  totalAmount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `totalAmountCurrency`; null where the group has none. */
  totalAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `untaxedAmountCurrency`; null where the group has none. */
  untaxedAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Expense. */
export type ExpenseOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ExpenseOrderField;
};

/** Fields that a list of Expense can be ordered by. */
export type ExpenseOrderField =
  /** By `approvalDate`. */
  | 'APPROVAL_DATE'
  /** By `approvalState`. */
  | 'APPROVAL_STATE'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `department`. */
  | 'DEPARTMENT'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `employee`. */
  | 'EMPLOYEE'
  /** By `id`. */
  | 'ID'
  /** By `manager`. */
  | 'MANAGER'
  /** By `move`. */
  | 'MOVE'
  /** By `name`. */
  | 'NAME'
  /** By `paymentMode`. */
  | 'PAYMENT_MODE'
  /** By `priceUnit`. */
  | 'PRICE_UNIT'
  /** By `product`. */
  | 'PRODUCT'
  /** By `quantity`. */
  | 'QUANTITY'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `state`. */
  | 'STATE'
  /** By `taxAmount`. */
  | 'TAX_AMOUNT'
  /** By `taxAmountCurrency`. */
  | 'TAX_AMOUNT_CURRENCY'
  /** By `totalAmount`. */
  | 'TOTAL_AMOUNT'
  /** By `totalAmountCurrency`. */
  | 'TOTAL_AMOUNT_CURRENCY'
  /** By `unit`. */
  | 'UNIT'
  /** By `untaxedAmountCurrency`. */
  | 'UNTAXED_AMOUNT_CURRENCY'
  /** By `vendor`. */
  | 'VENDOR'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Who paid for an expense. */
export type ExpensePaymentMode =
  /** The company. */
  | 'COMPANY_ACCOUNT'
  /** The employee, to be paid back. */
  | 'OWN_ACCOUNT';

/** A condition on a ExpensePaymentMode; null satisfies none but `isNull`. */
export type ExpensePaymentModeFilter = {
  /** Equal to. */
  eq?: InputMaybe<ExpensePaymentMode>;
  /** One of. */
  in?: InputMaybe<Array<ExpensePaymentMode>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ExpensePaymentMode>;
  /** None of. */
  notIn?: InputMaybe<Array<ExpensePaymentMode>>;
};

/** Life cycle of an expense. */
export type ExpenseState =
  /** Approved, not yet in the books. */
  | 'APPROVED'
  /** Not yet submitted. */
  | 'DRAFT'
  /** A payment is registered and not yet matched with the bank. */
  | 'IN_PAYMENT'
  /** Paid. */
  | 'PAID'
  /** In the books. */
  | 'POSTED'
  /** Refused. */
  | 'REFUSED'
  /** Waits for approval. */
  | 'SUBMITTED';

/** A condition on a ExpenseState; null satisfies none but `isNull`. */
export type ExpenseStateFilter = {
  /** Equal to. */
  eq?: InputMaybe<ExpenseState>;
  /** One of. */
  in?: InputMaybe<Array<ExpenseState>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ExpenseState>;
  /** None of. */
  notIn?: InputMaybe<Array<ExpenseState>>;
};

/** Sum of the numbers of a group of Expense. */
export type ExpenseSum = {
  __typename?: 'ExpenseSum';
  /** Sum of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `quantity`; null where the group has none. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `taxAmount`; null where the group has none. */
  taxAmount: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `taxAmountCurrency`; null where the group has none. */
  taxAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `totalAmount`; null where the group has none. */
  totalAmount: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `totalAmountCurrency`; null where the group has none. */
  totalAmountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `untaxedAmountCurrency`; null where the group has none. */
  untaxedAmountCurrency: Maybe<Scalars['Decimal']['output']>;
};

/** A month of the year. */
export type FiscalMonth =
  /** April. */
  | 'APRIL'
  /** August. */
  | 'AUGUST'
  /** December. */
  | 'DECEMBER'
  /** February. */
  | 'FEBRUARY'
  /** January. */
  | 'JANUARY'
  /** July. */
  | 'JULY'
  /** June. */
  | 'JUNE'
  /** March. */
  | 'MARCH'
  /** May. */
  | 'MAY'
  /** November. */
  | 'NOVEMBER'
  /** October. */
  | 'OCTOBER'
  /** September. */
  | 'SEPTEMBER';

/** A condition on a FiscalMonth; null satisfies none but `isNull`. */
export type FiscalMonthFilter = {
  /** Equal to. */
  eq?: InputMaybe<FiscalMonth>;
  /** One of. */
  in?: InputMaybe<Array<FiscalMonth>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<FiscalMonth>;
  /** None of. */
  notIn?: InputMaybe<Array<FiscalMonth>>;
};

/** What `grantPermission` needs. */
export type GrantPermissionInput = {
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the user is to do there. */
  role: SpaceRole;
  /** The space's uuid. */
  spaceId: Scalars['ID']['input'];
  /** Uuid of the user who is to become a member. */
  userId: Scalars['ID']['input'];
};

/** What `grantPermission` did. */
export type GrantPermissionPayload = {
  __typename?: 'GrantPermissionPayload';
  /** The permission; null where it was refused. */
  permission: Maybe<Permission>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** How much of a day or time makes one group. */
export type GroupInterval =
  /** A day. */
  | 'DAY'
  /** A month, the default. */
  | 'MONTH'
  /** A quarter. */
  | 'QUARTER'
  /** A week, from the first weekday of the reader's language. */
  | 'WEEK'
  /** A year. */
  | 'YEAR';

/** What `heartbeatRun` needs. */
export type HeartbeatRunInput = {
  /** The fence of the claim that the worker holds. */
  fence: Scalars['Int']['input'];
  /** Seconds that the claim holds without a heartbeat, 5 to 3600. */
  leaseSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The run's uuid. */
  runId: Scalars['ID']['input'];
};

/** What `heartbeatRun` did. */
export type HeartbeatRunPayload = {
  __typename?: 'HeartbeatRunPayload';
  /** The run; null where nothing was changed. */
  run: Maybe<Run>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** One thing that an entry of a page's history changed. Owner: the workspace, table `work.history_changes`. */
export type HistoryChange = Node & {
  __typename?: 'HistoryChange';
  /**
   * What it was before; null of what came into being. What it became is what the next entry says that it was, or what is there.
   *
   * - `PAGE`: `{ title, spaceId, parentId, rank, archivedAt, partnerId, moveId, projectId }`.
   * - `BLOCK`: `{ type, content, parentId, rank, createdAt }`, with a content as `Block.content` has it.
   * - `DATABASE`: `{ title, archivedAt }`; `COLUMN`: `{ databaseId, name, type, options, rank, createdAt }`.
   * - `ROW`: `{ databaseId, data, rank, version, createdBy, createdAt }`, with its data by the names that columns had then.
   * - `COMMENT` and `ATTACHMENT`: `{ blockId }`; texts and files are in no history.
   */
  before: Maybe<Scalars['JSON']['output']>;
  /** When it was changed. */
  changedAt: Scalars['DateTime']['output'];
  /** The entry that it is part of. */
  entry: Maybe<HistoryEntry>;
  /** The change's uuid. */
  id: Scalars['ID']['output'];
  /** What kind of thing it is. */
  kind: HistoryKind;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** What became of it. */
  operation: HistoryOperation;
  /** The page that it is on. */
  page: Maybe<Page>;
  /** Uuid of the page, block, database, column, row, comment or attachment, whether it is still there or not. */
  recordId: Scalars['ID']['output'];
};

/** A page of a list of HistoryChange. */
export type HistoryChangeConnection = {
  __typename?: 'HistoryChangeConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<HistoryChangeEdge>;
  /** The records of the page. */
  nodes: Array<HistoryChange>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A HistoryChange and its place in the list. */
export type HistoryChangeEdge = {
  __typename?: 'HistoryChangeEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: HistoryChange;
};

/** Which HistoryChange records to list; conditions beside each other must all hold. */
export type HistoryChangeFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<HistoryChangeFilter>>;
  /** Condition on `changedAt`. */
  changedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `entry`. */
  entry?: InputMaybe<HistoryEntryFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `kind`. */
  kind?: InputMaybe<HistoryKindFilter>;
  /** This does not hold. */
  not?: InputMaybe<HistoryChangeFilter>;
  /** Condition on `operation`. */
  operation?: InputMaybe<HistoryOperationFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<HistoryChangeFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
  /** Condition on `recordId`. */
  recordId?: InputMaybe<IdFilter>;
};

/** A condition on a list of HistoryChange below a record. */
export type HistoryChangeListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<HistoryChangeFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<HistoryChangeFilter>;
};

/** One key of the order of a list of HistoryChange. */
export type HistoryChangeOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: HistoryChangeOrderField;
};

/** Fields that a list of HistoryChange can be ordered by. */
export type HistoryChangeOrderField =
  /** By `changedAt`. */
  | 'CHANGED_AT'
  /** By `id`. */
  | 'ID'
  /** By `kind`. */
  | 'KIND'
  /** By `operation`. */
  | 'OPERATION'
  /** By `recordId`. */
  | 'RECORD_ID';

/**
 * What one request changed of a page, and of what stands on it. Owner: the workspace, table `work.page_history`.
 *
 * Who may read the page reads it, but what happened while the page was in a space that the viewer does not see. Entries leave
 * with the workspace's retention, 30 days where nothing else is configured; about 2,000 of a page are kept and 64 MB. Of those
 * before the newest 200, what one person did within ten minutes is one entry.
 */
export type HistoryEntry = Node & {
  __typename?: 'HistoryEntry';
  /** When it was made. */
  changedAt: Scalars['DateTime']['output'];
  /** Uuid of the user who made it; null where a service did, and of the entry with which the history of an older page begins. */
  changedBy: Maybe<Scalars['ID']['output']>;
  /** What it changed, without what the viewer may not see. */
  changes: Maybe<HistoryChangeConnection>;
  /** The entry's uuid. */
  id: Scalars['ID']['output'];
  /** Whether it led to `version`; false where that was the page's version before. */
  isVersion: Scalars['Boolean']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The page. */
  page: Maybe<Page>;
  /** The version that it brought back, where it was made by `restorePageVersion`; else null. */
  restoredVersion: Maybe<Scalars['Int']['output']>;
  /** The page's version right after it. Rows, columns and comments leave the version as it is: see `isVersion`. */
  version: Scalars['Int']['output'];
};


/**
 * What one request changed of a page, and of what stands on it. Owner: the workspace, table `work.page_history`.
 *
 * Who may read the page reads it, but what happened while the page was in a space that the viewer does not see. Entries leave
 * with the workspace's retention, 30 days where nothing else is configured; about 2,000 of a page are kept and 64 MB. Of those
 * before the newest 200, what one person did within ten minutes is one entry.
 */
export type HistoryEntryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HistoryChangeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<HistoryChangeOrder>>;
};

/** A page of a list of HistoryEntry. */
export type HistoryEntryConnection = {
  __typename?: 'HistoryEntryConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<HistoryEntryEdge>;
  /** The records of the page. */
  nodes: Array<HistoryEntry>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A HistoryEntry and its place in the list. */
export type HistoryEntryEdge = {
  __typename?: 'HistoryEntryEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: HistoryEntry;
};

/** Which HistoryEntry records to list; conditions beside each other must all hold. */
export type HistoryEntryFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<HistoryEntryFilter>>;
  /** Condition on `changedAt`. */
  changedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `changedBy`. */
  changedBy?: InputMaybe<IdFilter>;
  /** Condition on `changes`. */
  changes?: InputMaybe<HistoryChangeListFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `isVersion`. */
  isVersion?: InputMaybe<BooleanFilter>;
  /** This does not hold. */
  not?: InputMaybe<HistoryEntryFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<HistoryEntryFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
  /** Condition on `restoredVersion`. */
  restoredVersion?: InputMaybe<IntFilter>;
  /** Condition on `version`. */
  version?: InputMaybe<IntFilter>;
};

/** A condition on a list of HistoryEntry below a record. */
export type HistoryEntryListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<HistoryEntryFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<HistoryEntryFilter>;
};

/** One key of the order of a list of HistoryEntry. */
export type HistoryEntryOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: HistoryEntryOrderField;
};

/** Fields that a list of HistoryEntry can be ordered by. */
export type HistoryEntryOrderField =
  /** By `changedAt`. */
  | 'CHANGED_AT'
  /** By `changedBy`. */
  | 'CHANGED_BY'
  /** By `id`. */
  | 'ID'
  /** By `isVersion`. */
  | 'IS_VERSION'
  /** By `restoredVersion`. */
  | 'RESTORED_VERSION'
  /** By `version`. */
  | 'VERSION';

/** Kinds of thing in a page's history. */
export type HistoryKind =
  /** A file that lost its block, or went to another one. */
  | 'ATTACHMENT'
  /** A block of it. */
  | 'BLOCK'
  /** A column of such a database. */
  | 'COLUMN'
  /** A comment that lost its block, or went to another one. */
  | 'COMMENT'
  /** A database that stands on it. */
  | 'DATABASE'
  /** The page itself. */
  | 'PAGE'
  /** A row of such a database, with its cells. */
  | 'ROW';

/** A condition on a HistoryKind; null satisfies none but `isNull`. */
export type HistoryKindFilter = {
  /** Equal to. */
  eq?: InputMaybe<HistoryKind>;
  /** One of. */
  in?: InputMaybe<Array<HistoryKind>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<HistoryKind>;
  /** None of. */
  notIn?: InputMaybe<Array<HistoryKind>>;
};

/** What became of a thing. */
export type HistoryOperation =
  /** It was archived. */
  | 'ARCHIVE'
  /** It was deleted. */
  | 'DELETE'
  /** It came into being. */
  | 'INSERT'
  /** It was put elsewhere. */
  | 'MOVE'
  /** It stayed where it was; only its key among its siblings was written anew. */
  | 'REKEY'
  /** It was taken back into use. */
  | 'RESTORE'
  /** It got another content. */
  | 'UPDATE';

/** A condition on a HistoryOperation; null satisfies none but `isNull`. */
export type HistoryOperationFilter = {
  /** Equal to. */
  eq?: InputMaybe<HistoryOperation>;
  /** One of. */
  in?: InputMaybe<Array<HistoryOperation>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<HistoryOperation>;
  /** None of. */
  notIn?: InputMaybe<Array<HistoryOperation>>;
};

/** A condition on a ID; null satisfies none but `isNull`. */
export type IdFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether there is no value; of a record behind a relation, whether the relation leads to none. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<Scalars['ID']['input']>;
  /** None of. */
  notIn?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** In which context to read Odoo, instead of the reader's own; what Odoo does not have of it is `BAD_USER_INPUT`. */
export type InOdoo = {
  /** Whether lists show archived records too. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Odoo's keys of the companies to look at; all that the reader may see where absent. */
  companies?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Language of translated texts, e.g. `fr_FR`, one that the instance has installed; the reader's own where absent. */
  lang?: InputMaybe<Scalars['String']['input']>;
  /** Time zone of the IANA database by whose days times are grouped and filtered, e.g. `Asia/Manila`; UTC where absent. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** What the search index is to do with a page. */
export type IndexOperation =
  /** Index it anew. */
  | 'INDEX'
  /** Take it out: it was archived. */
  | 'REMOVE';

/** A condition on a IndexOperation; null satisfies none but `isNull`. */
export type IndexOperationFilter = {
  /** Equal to. */
  eq?: InputMaybe<IndexOperation>;
  /** One of. */
  in?: InputMaybe<Array<IndexOperation>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<IndexOperation>;
  /** None of. */
  notIn?: InputMaybe<Array<IndexOperation>>;
};

/** A page that waits for the search index, or that could not be indexed. Owner: the workspace, table `work.index_queue`. */
export type IndexQueueEntry = Node & {
  __typename?: 'IndexQueueEntry';
  /** Times that an indexer has claimed it since the page last changed. */
  attempts: Scalars['Int']['output'];
  /** The indexer that has it; null while none has. */
  claimedBy: Maybe<Scalars['String']['output']>;
  /** Nobody else claims it before this time: until then an indexer has it, or it waits after a failure. */
  claimedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Since when it is a dead letter: tried no more until the page changes, or by `retryIndexing`. `filter: { deadAt: { isNull: false } }` lists these. */
  deadAt: Maybe<Scalars['DateTime']['output']>;
  /** When the page last changed, or was queued again. */
  enqueuedAt: Scalars['DateTime']['output'];
  /** The page's uuid. */
  id: Scalars['ID']['output'];
  /** Why the last attempt failed; null where none did. */
  lastError: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** What the last change of the page asks for; what is done, the page's state decides when its turn comes. */
  operation: IndexOperation;
  /** The page. */
  page: Maybe<Page>;
};

/** A page of a list of IndexQueueEntry. */
export type IndexQueueEntryConnection = {
  __typename?: 'IndexQueueEntryConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<IndexQueueEntryEdge>;
  /** The records of the page. */
  nodes: Array<IndexQueueEntry>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A IndexQueueEntry and its place in the list. */
export type IndexQueueEntryEdge = {
  __typename?: 'IndexQueueEntryEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: IndexQueueEntry;
};

/** Which IndexQueueEntry records to list; conditions beside each other must all hold. */
export type IndexQueueEntryFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<IndexQueueEntryFilter>>;
  /** Condition on `attempts`. */
  attempts?: InputMaybe<IntFilter>;
  /** Condition on `claimedBy`. */
  claimedBy?: InputMaybe<StringFilter>;
  /** Condition on `claimedUntil`. */
  claimedUntil?: InputMaybe<DateTimeFilter>;
  /** Condition on `deadAt`. */
  deadAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `enqueuedAt`. */
  enqueuedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `lastError`. */
  lastError?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<IndexQueueEntryFilter>;
  /** Condition on `operation`. */
  operation?: InputMaybe<IndexOperationFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<IndexQueueEntryFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
};

/** A condition on a list of IndexQueueEntry below a record. */
export type IndexQueueEntryListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<IndexQueueEntryFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<IndexQueueEntryFilter>;
};

/** One key of the order of a list of IndexQueueEntry. */
export type IndexQueueEntryOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: IndexQueueEntryOrderField;
};

/** Fields that a list of IndexQueueEntry can be ordered by. */
export type IndexQueueEntryOrderField =
  /** By `attempts`. */
  | 'ATTEMPTS'
  /** By `claimedBy`. */
  | 'CLAIMED_BY'
  /** By `claimedUntil`. */
  | 'CLAIMED_UNTIL'
  /** By `deadAt`. */
  | 'DEAD_AT'
  /** By `enqueuedAt`. */
  | 'ENQUEUED_AT'
  /** By `id`. */
  | 'ID'
  /** By `lastError`. */
  | 'LAST_ERROR'
  /** By `operation`. */
  | 'OPERATION';

/** Puts a new block onto the page. Give at most one of `afterId`, `beforeId` and `at`; without any, it goes last. */
export type InsertBlock = {
  /** The sibling that it goes just after. */
  afterId?: InputMaybe<Scalars['ID']['input']>;
  /** Among all siblings: `LAST` where absent. */
  at?: InputMaybe<BlockPlace>;
  /** The sibling that it goes just before. */
  beforeId?: InputMaybe<Scalars['ID']['input']>;
  /** Its content, as the type has it; see `Block.content`. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /**
   * A uuid that the client makes, by which later operations of the same list can name the block. The block's own id is another
   * one, and in `created` of the answer. Given again on this page, where no block has it any more, it leads to the same id.
   * The own id of a block that was taken away from this page makes that very block: so an undo gets it back, with what was
   * said about it and the files that were on it.
   */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The block that it goes into; the top of the page where this and the neighbours are absent. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** What kind of block it is. */
  type: BlockType;
};

/** What `insertDatabaseRow` needs. */
export type InsertDatabaseRowInput = {
  /** Its cells: an object of column name → value. */
  data: Scalars['JSON']['input'];
  /** The database's uuid. */
  databaseId: Scalars['ID']['input'];
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What `insertDatabaseRow` did. */
export type InsertDatabaseRowPayload = {
  __typename?: 'InsertDatabaseRowPayload';
  /** The row; null where it was refused, and to a repeated request where it is gone. */
  row: Maybe<DatabaseRow>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `insertDatabaseRows` needs. */
export type InsertDatabaseRowsInput = {
  /** The database's uuid. */
  databaseId: Scalars['ID']['input'];
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The cells of each row: objects of column name → value, 1 to 500. */
  rows: Array<Scalars['JSON']['input']>;
};

/** What `insertDatabaseRows` did. */
export type InsertDatabaseRowsPayload = {
  __typename?: 'InsertDatabaseRowsPayload';
  /** The rows, in order; null where they were refused. */
  rows: Maybe<Array<DatabaseRow>>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A condition on a Int; null satisfies none but `isNull`. */
export type IntFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['Int']['input']>;
  /** Different from. */
  ne?: InputMaybe<Scalars['Int']['input']>;
  /** None of. */
  notIn?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** Which quantity of a product is invoiced. */
export type InvoicePolicy =
  /** The quantity delivered. */
  | 'DELIVERY'
  /** The quantity ordered. */
  | 'ORDER';

/** A condition on a InvoicePolicy; null satisfies none but `isNull`. */
export type InvoicePolicyFilter = {
  /** Equal to. */
  eq?: InputMaybe<InvoicePolicy>;
  /** One of. */
  in?: InputMaybe<Array<InvoicePolicy>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<InvoicePolicy>;
  /** None of. */
  notIn?: InputMaybe<Array<InvoicePolicy>>;
};

/** A journal: a book of entries of one kind. Owner: Odoo, model `account.journal`. */
export type Journal = Node & {
  __typename?: 'Journal';
  /** Whether it is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Short name, e.g. `INV`; numbers of entries begin with it. */
  code: Maybe<Scalars['String']['output']>;
  /** Company whose books it is in. */
  company: Maybe<Company>;
  /** Currency of its statements; null for the company's. */
  currency: Maybe<Currency>;
  /** Account of its lines where nothing says another; of a bank or cash journal the account itself. */
  defaultAccount: Maybe<Account>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** How many entries it holds. */
  entriesCount: Maybe<Scalars['Int']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Account of losses where counted cash is less than booked. */
  lossAccount: Maybe<Account>;
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Account of gains where counted cash is more than booked. */
  profitAccount: Maybe<Account>;
  /** Place in Odoo's lists, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Account that holds bank transactions until they are reconciled. */
  suspenseAccount: Maybe<Account>;
  /** What kind of entries it holds. */
  type: Maybe<JournalType>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Average of the numbers of a group of Journal. */
export type JournalAvg = {
  __typename?: 'JournalAvg';
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Journal. */
export type JournalConnection = {
  __typename?: 'JournalConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<JournalEdge>;
  /** The records of the page. */
  nodes: Array<Journal>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Journal and its place in the list. */
export type JournalEdge = {
  __typename?: 'JournalEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Journal;
};

/** Which Journal records to list; conditions beside each other must all hold. */
export type JournalFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<JournalFilter>>;
  /** Condition on `code`. */
  code?: InputMaybe<StringFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `defaultAccount`. */
  defaultAccount?: InputMaybe<AccountFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `lossAccount`. */
  lossAccount?: InputMaybe<AccountFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<JournalFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<JournalFilter>>;
  /** Condition on `profitAccount`. */
  profitAccount?: InputMaybe<AccountFilter>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `suspenseAccount`. */
  suspenseAccount?: InputMaybe<AccountFilter>;
  /** Condition on `type`. */
  type?: InputMaybe<JournalTypeFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Journal records with equal keys. */
export type JournalGroup = {
  __typename?: 'JournalGroup';
  /** Averages over the group. */
  avg: JournalAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: JournalGroupKeys;
  /** Greatest values of the group. */
  max: JournalMax;
  /** Smallest values of the group. */
  min: JournalMin;
  /** Sums over the group. */
  sum: JournalSum;
};

/** One key of a grouping of Journal. */
export type JournalGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: JournalGroupField;
};

/** Fields that Journal records can be grouped by. */
export type JournalGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `code`. */
  | 'CODE'
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `defaultAccount`. */
  | 'DEFAULT_ACCOUNT'
  /** By `lossAccount`. */
  | 'LOSS_ACCOUNT'
  /** By `name`. */
  | 'NAME'
  /** By `profitAccount`. */
  | 'PROFIT_ACCOUNT'
  /** By `suspenseAccount`. */
  | 'SUSPENSE_ACCOUNT'
  /** By `type`. */
  | 'TYPE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Journal; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type JournalGroupKeys = {
  __typename?: 'JournalGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `code`; of a time, where its interval begins. */
  code: Maybe<Scalars['String']['output']>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `defaultAccount`; of a time, where its interval begins. */
  defaultAccount: Maybe<Account>;
  /** The common `lossAccount`; of a time, where its interval begins. */
  lossAccount: Maybe<Account>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `profitAccount`; of a time, where its interval begins. */
  profitAccount: Maybe<Account>;
  /** The common `suspenseAccount`; of a time, where its interval begins. */
  suspenseAccount: Maybe<Account>;
  /** The common `type`; of a time, where its interval begins. */
  type: Maybe<JournalType>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Journal. */
export type JournalGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: JournalGroupOrderField;
};

/** What groups of Journal can be ordered by. */
export type JournalGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By `code`. */
  | 'CODE'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `defaultAccount`. */
  | 'DEFAULT_ACCOUNT'
  /** By `lossAccount`. */
  | 'LOSS_ACCOUNT'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `profitAccount`. */
  | 'PROFIT_ACCOUNT'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By `suspenseAccount`. */
  | 'SUSPENSE_ACCOUNT'
  /** By `type`. */
  | 'TYPE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Journal. */
export type JournalGroupPage = {
  __typename?: 'JournalGroupPage';
  /** The groups. */
  groups: Array<JournalGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Journal below a record. */
export type JournalListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<JournalFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<JournalFilter>;
};

/** Greatest of the numbers of a group of Journal. */
export type JournalMax = {
  __typename?: 'JournalMax';
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Journal. */
export type JournalMin = {
  __typename?: 'JournalMin';
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Journal. */
export type JournalOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: JournalOrderField;
};

/** Fields that a list of Journal can be ordered by. */
export type JournalOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `code`. */
  | 'CODE'
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `type`. */
  | 'TYPE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of Journal. */
export type JournalSum = {
  __typename?: 'JournalSum';
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** What kind of entries a journal holds. */
export type JournalType =
  /** Payments through a bank. */
  | 'BANK'
  /** Cash payments. */
  | 'CASH'
  /** Payments by credit card. */
  | 'CREDIT'
  /** Miscellaneous entries. */
  | 'GENERAL'
  /** Bills from vendors. */
  | 'PURCHASE'
  /** Invoices to customers. */
  | 'SALE';

/** A condition on a JournalType; null satisfies none but `isNull`. */
export type JournalTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<JournalType>;
  /** One of. */
  in?: InputMaybe<Array<JournalType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<JournalType>;
  /** None of. */
  notIn?: InputMaybe<Array<JournalType>>;
};

/** What checking the chain of a run's events found. */
export type LedgerVerification = {
  __typename?: 'LedgerVerification';
  /** Number of the first event that is missing or changed; null where the chain holds. */
  brokenSeq: Maybe<Scalars['Int']['output']>;
  /** How many events were checked. */
  events: Scalars['Int']['output'];
  /** Number of the first event that was checked: those before it are archived. Null where none was. */
  firstSeq: Maybe<Scalars['Int']['output']>;
  /** Number of the last event that the run knows of; 0 where it has none. */
  lastSeq: Scalars['Int']['output'];
  /** Whether every event is there, in order and unchanged. */
  ok: Scalars['Boolean']['output'];
  /** What is wrong with it; null where the chain holds. */
  problem: Maybe<Scalars['String']['output']>;
};

/** Something that the original has and its copy does not. Blocks of the copy that show it show the original's. */
export type LeftOut = {
  __typename?: 'LeftOut';
  /** What it is. */
  kind: LeftOutKind;
  /** Its title or file name; null where it is not known. */
  name: Maybe<Scalars['String']['output']>;
  /** Why it was left out, in a sentence. */
  reason: Scalars['String']['output'];
  /** Its uuid. Where the storage lacks a file, the uuid is that of the copy. */
  recordId: Scalars['ID']['output'];
};

/** What a copy can lack. */
export type LeftOutKind =
  /** A file. */
  | 'ATTACHMENT'
  /** A database, with its rows. */
  | 'DATABASE';

/** A condition on a LeftOutKind; null satisfies none but `isNull`. */
export type LeftOutKindFilter = {
  /** Equal to. */
  eq?: InputMaybe<LeftOutKind>;
  /** One of. */
  in?: InputMaybe<Array<LeftOutKind>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<LeftOutKind>;
  /** None of. */
  notIn?: InputMaybe<Array<LeftOutKind>>;
};

/** What `linkOdooRecord` needs. */
export type LinkOdooRecordInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What kind of record it is. */
  kind: PageLinkKind;
  /** The page's uuid. */
  pageId: Scalars['ID']['input'];
  /** Odoo's key of the record; kept for display, and checked only when it is read. */
  recordId: Scalars['ID']['input'];
};

/** What `linkOdooRecord` did. */
export type LinkOdooRecordPayload = {
  __typename?: 'LinkOdooRecordPayload';
  /** The page; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `linkOdooUser` needs. */
export type LinkOdooUserInput = {
  /** Login of the Odoo user. */
  login: Scalars['String']['input'];
  /** Name of the Odoo instance. */
  odooInstance: Scalars['String']['input'];
  /** Odoo's own key of its user, as text. */
  odooUserId: Scalars['String']['input'];
  /** Uuid of the user at the auth server. */
  userId: Scalars['ID']['input'];
};

/** What `linkOdooUser` did. */
export type LinkOdooUserPayload = {
  __typename?: 'LinkOdooUserPayload';
  /** The link, new or changed; null where it was refused. */
  link: Maybe<OdooUserLink>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `markRunFinished` needs. */
export type MarkRunFinishedInput = {
  /** Why it failed, as a code. */
  errorCode?: InputMaybe<Scalars['String']['input']>;
  /** Why it failed, for people. */
  errorMessage?: InputMaybe<Scalars['String']['input']>;
  /** The fence of the claim that the worker holds. */
  fence: Scalars['Int']['input'];
  /** How it ended. */
  outcome: RunOutcome;
  /** What the run produced. */
  output?: InputMaybe<Scalars['JSON']['input']>;
  /** Whether another attempt makes sense. */
  retryable?: InputMaybe<Scalars['Boolean']['input']>;
  /** The run's uuid. */
  runId: Scalars['ID']['input'];
};

/** What `markRunFinished` did. */
export type MarkRunFinishedPayload = {
  __typename?: 'MarkRunFinishedPayload';
  /** The run; null where nothing was changed. */
  run: Maybe<Run>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `markRunRunning` needs. */
export type MarkRunRunningInput = {
  /** The fence of the claim that the worker holds. */
  fence: Scalars['Int']['input'];
  /** The run's uuid. */
  runId: Scalars['ID']['input'];
};

/** What `markRunRunning` did. */
export type MarkRunRunningPayload = {
  __typename?: 'MarkRunRunningPayload';
  /** The run; null where nothing was changed. */
  run: Maybe<Run>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** Puts the text of a block to the end of another one's, and what stands inside it to the end of what stands inside that one. What was said about it and the files on it go to that one too, and come back where a `split` or an `insert` makes the block again by its id. */
export type MergeBlock = {
  /** The block, which is gone afterwards. */
  blockId: Scalars['ID']['input'];
  /** The block that keeps the text; the sibling just before where absent. */
  intoId?: InputMaybe<Scalars['ID']['input']>;
};

/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type Move = Node & {
  __typename?: 'Move';
  /** Still to be paid, in `currency`. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Still to be paid, in `companyCurrency`; negative for bills and for refunds to customers. */
  amountResidualSigned: Maybe<Scalars['Decimal']['output']>;
  /** Tax, in `currency`. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Total with tax, in `currency`. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Total with tax, in `companyCurrency`; negative for bills and for refunds to customers. */
  amountTotalSigned: Maybe<Scalars['Decimal']['output']>;
  /** Total before tax, in `currency`. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Total before tax, in `companyCurrency`; negative for bills and for refunds to customers. */
  amountUntaxedSigned: Maybe<Scalars['Decimal']['output']>;
  /** Whether an accountant has reviewed it. */
  checked: Maybe<Scalars['Boolean']['output']>;
  /** The company or independent person that the partner belongs to. */
  commercialPartner: Maybe<Partner>;
  /** Company whose books the entry is in. */
  company: Maybe<Company>;
  /** Currency of the company's books. */
  companyCurrency: Maybe<Currency>;
  /** When it was entered. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Currency of the amounts. */
  currency: Maybe<Currency>;
  /** Accounting day. */
  date: Maybe<Scalars['Date']['output']>;
  /** Day on which the goods or services were delivered. */
  deliveryDate: Maybe<Scalars['Date']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Expenses that this entry pays back. */
  expenses: Maybe<ExpenseConnection>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Day on the invoice or bill. */
  invoiceDate: Maybe<Scalars['Date']['output']>;
  /** Day by which it is to be paid. */
  invoiceDateDue: Maybe<Scalars['Date']['output']>;
  /** Lines that a reader of the invoice sees: products, sections and notes. */
  invoiceLines: Maybe<MoveLineConnection>;
  /** Documents that it comes from, e.g. sales orders. */
  invoiceOrigin: Maybe<Scalars['String']['output']>;
  /** Whether it was sent, or its PDF made. */
  isMoveSent: Maybe<Scalars['Boolean']['output']>;
  /** Journal the entry is in. */
  journal: Maybe<Journal>;
  /** All lines: those of the invoice, of taxes and of payment terms. */
  lines: Maybe<MoveLineConnection>;
  /** Payments made for this invoice or bill. */
  matchedPayments: Maybe<PaymentConnection>;
  /** What kind of entry it is. */
  moveType: Maybe<MoveType>;
  /** Number in its journal's sequence; null or `/` while it is a draft without one. */
  name: Maybe<Scalars['String']['output']>;
  /** Terms and conditions, HTML. */
  narration: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The pages of the workspace that are about this move, of those that the viewer may see; linked by `linkOdooRecord`. */
  pages: Maybe<PageConnection>;
  /** Customer or vendor. */
  partner: Maybe<Partner>;
  /** The payment that made this entry. */
  payment: Maybe<Payment>;
  /** Text that the payment is to carry. */
  paymentReference: Maybe<Scalars['String']['output']>;
  /** How far it is paid; invoices, bills and receipts only. */
  paymentState: Maybe<MovePaymentState>;
  /** Reference from the other party, e.g. the vendor's bill number. */
  ref: Maybe<Scalars['String']['output']>;
  /** Entries that reverse this one. */
  reversals: Maybe<MoveConnection>;
  /** The entry that this one reverses. */
  reversedEntry: Maybe<Move>;
  /** Who sold; of a bill, who bought. */
  salesperson: Maybe<User>;
  /** Address that was delivered to. */
  shippingPartner: Maybe<Partner>;
  /** Whether it is a draft, posted or cancelled. */
  state: Maybe<MoveState>;
  /** Time that this invoice bills. */
  timesheets: Maybe<TimesheetConnection>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type MoveExpensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExpenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ExpenseOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type MoveInvoiceLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type MoveLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type MoveMatchedPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PaymentOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type MovePagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PageOrder>>;
};


/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type MoveReversalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type MoveTimesheetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TimesheetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TimesheetOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of Move. */
export type MoveAvg = {
  __typename?: 'MoveAvg';
  /** Average of `amountResidual`; null where the group has none. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountResidualSigned`; null where the group has none. */
  amountResidualSigned: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountTotalSigned`; null where the group has none. */
  amountTotalSigned: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountUntaxedSigned`; null where the group has none. */
  amountUntaxedSigned: Maybe<Scalars['Decimal']['output']>;
};

/** Puts a block elsewhere on its page, with all that stands inside it. Give at most one of `afterId`, `beforeId` and `at`; without any, it goes last. */
export type MoveBlock = {
  /** The sibling that it goes just after. */
  afterId?: InputMaybe<Scalars['ID']['input']>;
  /** Among all siblings: `LAST` where absent. */
  at?: InputMaybe<BlockPlace>;
  /** The sibling that it goes just before. */
  beforeId?: InputMaybe<Scalars['ID']['input']>;
  /** The block. */
  blockId: Scalars['ID']['input'];
  /** The block that it goes into; the top of the page where this and the neighbours are absent. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of a list of Move. */
export type MoveConnection = {
  __typename?: 'MoveConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<MoveEdge>;
  /** The records of the page. */
  nodes: Array<Move>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Move and its place in the list. */
export type MoveEdge = {
  __typename?: 'MoveEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Move;
};

/** Which Move records to list; conditions beside each other must all hold. */
export type MoveFilter = {
  /** Condition on `amountResidual`. */
  amountResidual?: InputMaybe<DecimalFilter>;
  /** Condition on `amountResidualSigned`. */
  amountResidualSigned?: InputMaybe<DecimalFilter>;
  /** Condition on `amountTax`. */
  amountTax?: InputMaybe<DecimalFilter>;
  /** Condition on `amountTotal`. */
  amountTotal?: InputMaybe<DecimalFilter>;
  /** Condition on `amountTotalSigned`. */
  amountTotalSigned?: InputMaybe<DecimalFilter>;
  /** Condition on `amountUntaxed`. */
  amountUntaxed?: InputMaybe<DecimalFilter>;
  /** Condition on `amountUntaxedSigned`. */
  amountUntaxedSigned?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<MoveFilter>>;
  /** Condition on `checked`. */
  checked?: InputMaybe<BooleanFilter>;
  /** Condition on `commercialPartner`. */
  commercialPartner?: InputMaybe<PartnerFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `companyCurrency`. */
  companyCurrency?: InputMaybe<CurrencyFilter>;
  /** Condition on `createDate`. */
  createDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `date`. */
  date?: InputMaybe<DateFilter>;
  /** Condition on `deliveryDate`. */
  deliveryDate?: InputMaybe<DateFilter>;
  /** Condition on `expenses`. */
  expenses?: InputMaybe<ExpenseListFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `invoiceDate`. */
  invoiceDate?: InputMaybe<DateFilter>;
  /** Condition on `invoiceDateDue`. */
  invoiceDateDue?: InputMaybe<DateFilter>;
  /** Condition on `invoiceLines`. */
  invoiceLines?: InputMaybe<MoveLineListFilter>;
  /** Condition on `invoiceOrigin`. */
  invoiceOrigin?: InputMaybe<StringFilter>;
  /** Condition on `isMoveSent`. */
  isMoveSent?: InputMaybe<BooleanFilter>;
  /** Condition on `journal`. */
  journal?: InputMaybe<JournalFilter>;
  /** Condition on `lines`. */
  lines?: InputMaybe<MoveLineListFilter>;
  /** Condition on `matchedPayments`. */
  matchedPayments?: InputMaybe<PaymentListFilter>;
  /** Condition on `moveType`. */
  moveType?: InputMaybe<MoveTypeFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** Condition on `narration`. */
  narration?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<MoveFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<MoveFilter>>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `payment`. */
  payment?: InputMaybe<PaymentFilter>;
  /** Condition on `paymentReference`. */
  paymentReference?: InputMaybe<StringFilter>;
  /** Condition on `paymentState`. */
  paymentState?: InputMaybe<MovePaymentStateFilter>;
  /** Condition on `ref`. */
  ref?: InputMaybe<StringFilter>;
  /** Condition on `reversals`. */
  reversals?: InputMaybe<MoveListFilter>;
  /** Condition on `reversedEntry`. */
  reversedEntry?: InputMaybe<MoveFilter>;
  /** Condition on `salesperson`. */
  salesperson?: InputMaybe<UserFilter>;
  /** Condition on `shippingPartner`. */
  shippingPartner?: InputMaybe<PartnerFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<MoveStateFilter>;
  /** Condition on `timesheets`. */
  timesheets?: InputMaybe<TimesheetListFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Move records with equal keys. */
export type MoveGroup = {
  __typename?: 'MoveGroup';
  /** Averages over the group. */
  avg: MoveAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: MoveGroupKeys;
  /** Greatest values of the group. */
  max: MoveMax;
  /** Smallest values of the group. */
  min: MoveMin;
  /** Sums over the group. */
  sum: MoveSum;
};

/** One key of a grouping of Move. */
export type MoveGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: MoveGroupField;
};

/** Fields that Move records can be grouped by. */
export type MoveGroupField =
  /** By `checked`. */
  | 'CHECKED'
  /** By `commercialPartner`. */
  | 'COMMERCIAL_PARTNER'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `deliveryDate`. */
  | 'DELIVERY_DATE'
  /** By `invoiceDate`. */
  | 'INVOICE_DATE'
  /** By `invoiceDateDue`. */
  | 'INVOICE_DATE_DUE'
  /** By `invoiceOrigin`. */
  | 'INVOICE_ORIGIN'
  /** By `isMoveSent`. */
  | 'IS_MOVE_SENT'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `matchedPayments`. */
  | 'MATCHED_PAYMENTS'
  /** By `moveType`. */
  | 'MOVE_TYPE'
  /** By `name`. */
  | 'NAME'
  /** By `narration`. */
  | 'NARRATION'
  /** By `partner`. */
  | 'PARTNER'
  /** By `payment`. */
  | 'PAYMENT'
  /** By `paymentReference`. */
  | 'PAYMENT_REFERENCE'
  /** By `paymentState`. */
  | 'PAYMENT_STATE'
  /** By `ref`. */
  | 'REF'
  /** By `reversedEntry`. */
  | 'REVERSED_ENTRY'
  /** By `salesperson`. */
  | 'SALESPERSON'
  /** By `shippingPartner`. */
  | 'SHIPPING_PARTNER'
  /** By `state`. */
  | 'STATE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Move; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type MoveGroupKeys = {
  __typename?: 'MoveGroupKeys';
  /** The common `checked`; of a time, where its interval begins. */
  checked: Maybe<Scalars['Boolean']['output']>;
  /** The common `commercialPartner`; of a time, where its interval begins. */
  commercialPartner: Maybe<Partner>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `companyCurrency`; of a time, where its interval begins. */
  companyCurrency: Maybe<Currency>;
  /** The common `createDate`; of a time, where its interval begins. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `date`; of a time, where its interval begins. */
  date: Maybe<Scalars['Date']['output']>;
  /** The common `deliveryDate`; of a time, where its interval begins. */
  deliveryDate: Maybe<Scalars['Date']['output']>;
  /** The common `invoiceDate`; of a time, where its interval begins. */
  invoiceDate: Maybe<Scalars['Date']['output']>;
  /** The common `invoiceDateDue`; of a time, where its interval begins. */
  invoiceDateDue: Maybe<Scalars['Date']['output']>;
  /** The common `invoiceOrigin`; of a time, where its interval begins. */
  invoiceOrigin: Maybe<Scalars['String']['output']>;
  /** The common `isMoveSent`; of a time, where its interval begins. */
  isMoveSent: Maybe<Scalars['Boolean']['output']>;
  /** The common `journal`; of a time, where its interval begins. */
  journal: Maybe<Journal>;
  /** The common `matchedPayments`; of a time, where its interval begins. */
  matchedPayments: Maybe<Payment>;
  /** The common `moveType`; of a time, where its interval begins. */
  moveType: Maybe<MoveType>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `narration`; of a time, where its interval begins. */
  narration: Maybe<Scalars['String']['output']>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `payment`; of a time, where its interval begins. */
  payment: Maybe<Payment>;
  /** The common `paymentReference`; of a time, where its interval begins. */
  paymentReference: Maybe<Scalars['String']['output']>;
  /** The common `paymentState`; of a time, where its interval begins. */
  paymentState: Maybe<MovePaymentState>;
  /** The common `ref`; of a time, where its interval begins. */
  ref: Maybe<Scalars['String']['output']>;
  /** The common `reversedEntry`; of a time, where its interval begins. */
  reversedEntry: Maybe<Move>;
  /** The common `salesperson`; of a time, where its interval begins. */
  salesperson: Maybe<User>;
  /** The common `shippingPartner`; of a time, where its interval begins. */
  shippingPartner: Maybe<Partner>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<MoveState>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Move. */
export type MoveGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: MoveGroupOrderField;
};

/** What groups of Move can be ordered by. */
export type MoveGroupOrderField =
  /** By the average of `amountResidual`. */
  | 'AVG_AMOUNT_RESIDUAL'
  /** By the average of `amountResidualSigned`. */
  | 'AVG_AMOUNT_RESIDUAL_SIGNED'
  /** By the average of `amountTax`. */
  | 'AVG_AMOUNT_TAX'
  /** By the average of `amountTotal`. */
  | 'AVG_AMOUNT_TOTAL'
  /** By the average of `amountTotalSigned`. */
  | 'AVG_AMOUNT_TOTAL_SIGNED'
  /** By the average of `amountUntaxed`. */
  | 'AVG_AMOUNT_UNTAXED'
  /** By the average of `amountUntaxedSigned`. */
  | 'AVG_AMOUNT_UNTAXED_SIGNED'
  /** By `checked`. */
  | 'CHECKED'
  /** By `commercialPartner`. */
  | 'COMMERCIAL_PARTNER'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `deliveryDate`. */
  | 'DELIVERY_DATE'
  /** By `invoiceDate`. */
  | 'INVOICE_DATE'
  /** By `invoiceDateDue`. */
  | 'INVOICE_DATE_DUE'
  /** By `invoiceOrigin`. */
  | 'INVOICE_ORIGIN'
  /** By `isMoveSent`. */
  | 'IS_MOVE_SENT'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `matchedPayments`. */
  | 'MATCHED_PAYMENTS'
  /** By the greatest `amountResidual`. */
  | 'MAX_AMOUNT_RESIDUAL'
  /** By the greatest `amountResidualSigned`. */
  | 'MAX_AMOUNT_RESIDUAL_SIGNED'
  /** By the greatest `amountTax`. */
  | 'MAX_AMOUNT_TAX'
  /** By the greatest `amountTotal`. */
  | 'MAX_AMOUNT_TOTAL'
  /** By the greatest `amountTotalSigned`. */
  | 'MAX_AMOUNT_TOTAL_SIGNED'
  /** By the greatest `amountUntaxed`. */
  | 'MAX_AMOUNT_UNTAXED'
  /** By the greatest `amountUntaxedSigned`. */
  | 'MAX_AMOUNT_UNTAXED_SIGNED'
  /** By the greatest `createDate`. */
  | 'MAX_CREATE_DATE'
  /** By the greatest `date`. */
  | 'MAX_DATE'
  /** By the greatest `deliveryDate`. */
  | 'MAX_DELIVERY_DATE'
  /** By the greatest `invoiceDate`. */
  | 'MAX_INVOICE_DATE'
  /** By the greatest `invoiceDateDue`. */
  | 'MAX_INVOICE_DATE_DUE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `amountResidual`. */
  | 'MIN_AMOUNT_RESIDUAL'
  /** By the smallest `amountResidualSigned`. */
  | 'MIN_AMOUNT_RESIDUAL_SIGNED'
  /** By the smallest `amountTax`. */
  | 'MIN_AMOUNT_TAX'
  /** By the smallest `amountTotal`. */
  | 'MIN_AMOUNT_TOTAL'
  /** By the smallest `amountTotalSigned`. */
  | 'MIN_AMOUNT_TOTAL_SIGNED'
  /** By the smallest `amountUntaxed`. */
  | 'MIN_AMOUNT_UNTAXED'
  /** By the smallest `amountUntaxedSigned`. */
  | 'MIN_AMOUNT_UNTAXED_SIGNED'
  /** By the smallest `createDate`. */
  | 'MIN_CREATE_DATE'
  /** By the smallest `date`. */
  | 'MIN_DATE'
  /** By the smallest `deliveryDate`. */
  | 'MIN_DELIVERY_DATE'
  /** By the smallest `invoiceDate`. */
  | 'MIN_INVOICE_DATE'
  /** By the smallest `invoiceDateDue`. */
  | 'MIN_INVOICE_DATE_DUE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `moveType`. */
  | 'MOVE_TYPE'
  /** By `name`. */
  | 'NAME'
  /** By `narration`. */
  | 'NARRATION'
  /** By `partner`. */
  | 'PARTNER'
  /** By `payment`. */
  | 'PAYMENT'
  /** By `paymentReference`. */
  | 'PAYMENT_REFERENCE'
  /** By `paymentState`. */
  | 'PAYMENT_STATE'
  /** By `ref`. */
  | 'REF'
  /** By `reversedEntry`. */
  | 'REVERSED_ENTRY'
  /** By `salesperson`. */
  | 'SALESPERSON'
  /** By `shippingPartner`. */
  | 'SHIPPING_PARTNER'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `amountResidual`. */
  | 'SUM_AMOUNT_RESIDUAL'
  /** By the sum of `amountResidualSigned`. */
  | 'SUM_AMOUNT_RESIDUAL_SIGNED'
  /** By the sum of `amountTax`. */
  | 'SUM_AMOUNT_TAX'
  /** By the sum of `amountTotal`. */
  | 'SUM_AMOUNT_TOTAL'
  /** By the sum of `amountTotalSigned`. */
  | 'SUM_AMOUNT_TOTAL_SIGNED'
  /** By the sum of `amountUntaxed`. */
  | 'SUM_AMOUNT_UNTAXED'
  /** By the sum of `amountUntaxedSigned`. */
  | 'SUM_AMOUNT_UNTAXED_SIGNED'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Move. */
export type MoveGroupPage = {
  __typename?: 'MoveGroupPage';
  /** The groups. */
  groups: Array<MoveGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A line of a journal entry. Owner: Odoo, model `account.move.line`. */
export type MoveLine = Node & {
  __typename?: 'MoveLine';
  /** Account; null for sections and notes. */
  account: Maybe<Account>;
  /** Debit less credit, in `currency`. */
  amountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** What of it is not reconciled, in the company's currency. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** What of it is not reconciled, in `currency`. */
  amountResidualCurrency: Maybe<Scalars['Decimal']['output']>;
  /** To which analytic accounts the amount goes: an object of percentages by Odoo's keys of the accounts, e.g. `{"8": 100.0}`, several keys joined by commas. */
  analyticDistribution: Maybe<Scalars['JSON']['output']>;
  /** Debit less credit, in the company's currency. */
  balance: Maybe<Scalars['Decimal']['output']>;
  /** Company whose books the line is in. */
  company: Maybe<Company>;
  /** Currency of the company's books. */
  companyCurrency: Maybe<Currency>;
  /** Credit, in the company's currency. */
  credit: Maybe<Scalars['Decimal']['output']>;
  /** Currency of the entry. */
  currency: Maybe<Currency>;
  /** Accounting day of the entry. */
  date: Maybe<Scalars['Date']['output']>;
  /** Day by which it is to be paid; lines on receivable and payable accounts only. */
  dateMaturity: Maybe<Scalars['Date']['output']>;
  /** Debit, in the company's currency. */
  debit: Maybe<Scalars['Decimal']['output']>;
  /** Discount, in percent. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** What the line is in its entry. */
  displayType: Maybe<MoveLineDisplayType>;
  /** The expense that this line books. */
  expense: Maybe<Expense>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Journal of the entry. */
  journal: Maybe<Journal>;
  /** The entry this line belongs to. */
  move: Maybe<Move>;
  /** Number of the entry. */
  moveName: Maybe<Scalars['String']['output']>;
  /** Label; several lines of text where the product has a description. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Customer or vendor. */
  partner: Maybe<Partner>;
  /** The payment that made this line. */
  payment: Maybe<Payment>;
  /** Amount before tax, in the entry's currency. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Amount with tax, in the entry's currency. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Price for one unit before tax, in the entry's currency. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** The product sold or bought. */
  product: Maybe<Product>;
  /** Line of the purchase order that is billed. */
  purchaseOrderLine: Maybe<PurchaseOrderLine>;
  /** Quantity, in the line's unit of measure. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Whether all of it is reconciled, e.g. paid. */
  reconciled: Maybe<Scalars['Boolean']['output']>;
  /** Reference of the entry. */
  ref: Maybe<Scalars['String']['output']>;
  /** Lines of sales orders that are invoiced. */
  saleOrderLines: Maybe<SaleOrderLineConnection>;
  /** Place among the entry's lines, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** State of the entry. */
  state: Maybe<MoveState>;
  /** Amount that the tax is on, in the company's currency; lines of taxes only. */
  taxBaseAmount: Maybe<Scalars['Decimal']['output']>;
  /** The tax that this line books; lines of taxes only. */
  taxLine: Maybe<Tax>;
  /** Taxes that are computed on it. */
  taxes: Maybe<TaxConnection>;
  /** Unit of the quantity. */
  unit: Maybe<Unit>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A line of a journal entry. Owner: Odoo, model `account.move.line`. */
export type MoveLineSaleOrderLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SaleOrderLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SaleOrderLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A line of a journal entry. Owner: Odoo, model `account.move.line`. */
export type MoveLineTaxesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaxFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaxOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of MoveLine. */
export type MoveLineAvg = {
  __typename?: 'MoveLineAvg';
  /** Average of `amountCurrency`; null where the group has none. */
  amountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountResidual`; null where the group has none. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountResidualCurrency`; null where the group has none. */
  amountResidualCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Average of `balance`; null where the group has none. */
  balance: Maybe<Scalars['Decimal']['output']>;
  /** Average of `credit`; null where the group has none. */
  credit: Maybe<Scalars['Decimal']['output']>;
  /** Average of `debit`; null where the group has none. */
  debit: Maybe<Scalars['Decimal']['output']>;
  /** Average of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Average of `quantity`; null where the group has none. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
  /** Average of `taxBaseAmount`; null where the group has none. */
  taxBaseAmount: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of MoveLine. */
export type MoveLineConnection = {
  __typename?: 'MoveLineConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<MoveLineEdge>;
  /** The records of the page. */
  nodes: Array<MoveLine>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** What a line is in its entry. */
export type MoveLineDisplayType =
  /** Cost of goods sold. */
  | 'COGS'
  /** A discount that is booked apart. */
  | 'DISCOUNT'
  /** A discount for early payment. */
  | 'EPD'
  /** A note. */
  | 'LINE_NOTE'
  /** The title of a section. */
  | 'LINE_SECTION'
  /** The title of a subsection. */
  | 'LINE_SUBSECTION'
  /** Part of a product that may not be deducted. */
  | 'NON_DEDUCTIBLE_PRODUCT'
  /** Total of what may not be deducted. */
  | 'NON_DEDUCTIBLE_PRODUCT_TOTAL'
  /** Part of a tax that may not be deducted. */
  | 'NON_DEDUCTIBLE_TAX'
  /** What is to be paid, instalment by instalment. */
  | 'PAYMENT_TERM'
  /** A product, or any line of a miscellaneous entry. */
  | 'PRODUCT'
  /** A rounding difference. */
  | 'ROUNDING'
  /** A tax. */
  | 'TAX';

/** A condition on a MoveLineDisplayType; null satisfies none but `isNull`. */
export type MoveLineDisplayTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<MoveLineDisplayType>;
  /** One of. */
  in?: InputMaybe<Array<MoveLineDisplayType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<MoveLineDisplayType>;
  /** None of. */
  notIn?: InputMaybe<Array<MoveLineDisplayType>>;
};

/** A MoveLine and its place in the list. */
export type MoveLineEdge = {
  __typename?: 'MoveLineEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: MoveLine;
};

/** Which MoveLine records to list; conditions beside each other must all hold. */
export type MoveLineFilter = {
  /** Condition on `account`. */
  account?: InputMaybe<AccountFilter>;
  /** Condition on `amountCurrency`. */
  amountCurrency?: InputMaybe<DecimalFilter>;
  /** Condition on `amountResidual`. */
  amountResidual?: InputMaybe<DecimalFilter>;
  /** Condition on `amountResidualCurrency`. */
  amountResidualCurrency?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<MoveLineFilter>>;
  /** Condition on `balance`. */
  balance?: InputMaybe<DecimalFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `companyCurrency`. */
  companyCurrency?: InputMaybe<CurrencyFilter>;
  /** Condition on `credit`. */
  credit?: InputMaybe<DecimalFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `date`. */
  date?: InputMaybe<DateFilter>;
  /** Condition on `dateMaturity`. */
  dateMaturity?: InputMaybe<DateFilter>;
  /** Condition on `debit`. */
  debit?: InputMaybe<DecimalFilter>;
  /** Condition on `discount`. */
  discount?: InputMaybe<DecimalFilter>;
  /** Condition on `displayType`. */
  displayType?: InputMaybe<MoveLineDisplayTypeFilter>;
  /** Condition on `expense`. */
  expense?: InputMaybe<ExpenseFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `journal`. */
  journal?: InputMaybe<JournalFilter>;
  /** Condition on `move`. */
  move?: InputMaybe<MoveFilter>;
  /** Condition on `moveName`. */
  moveName?: InputMaybe<StringFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<MoveLineFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<MoveLineFilter>>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `payment`. */
  payment?: InputMaybe<PaymentFilter>;
  /** Condition on `priceSubtotal`. */
  priceSubtotal?: InputMaybe<DecimalFilter>;
  /** Condition on `priceTotal`. */
  priceTotal?: InputMaybe<DecimalFilter>;
  /** Condition on `priceUnit`. */
  priceUnit?: InputMaybe<DecimalFilter>;
  /** Condition on `product`. */
  product?: InputMaybe<ProductFilter>;
  /** Condition on `purchaseOrderLine`. */
  purchaseOrderLine?: InputMaybe<PurchaseOrderLineFilter>;
  /** Condition on `quantity`. */
  quantity?: InputMaybe<DecimalFilter>;
  /** Condition on `reconciled`. */
  reconciled?: InputMaybe<BooleanFilter>;
  /** Condition on `ref`. */
  ref?: InputMaybe<StringFilter>;
  /** Condition on `saleOrderLines`. */
  saleOrderLines?: InputMaybe<SaleOrderLineListFilter>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<MoveStateFilter>;
  /** Condition on `taxBaseAmount`. */
  taxBaseAmount?: InputMaybe<DecimalFilter>;
  /** Condition on `taxLine`. */
  taxLine?: InputMaybe<TaxFilter>;
  /** Condition on `taxes`. */
  taxes?: InputMaybe<TaxListFilter>;
  /** Condition on `unit`. */
  unit?: InputMaybe<UnitFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of MoveLine records with equal keys. */
export type MoveLineGroup = {
  __typename?: 'MoveLineGroup';
  /** Averages over the group. */
  avg: MoveLineAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: MoveLineGroupKeys;
  /** Greatest values of the group. */
  max: MoveLineMax;
  /** Smallest values of the group. */
  min: MoveLineMin;
  /** Sums over the group. */
  sum: MoveLineSum;
};

/** One key of a grouping of MoveLine. */
export type MoveLineGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: MoveLineGroupField;
};

/** Fields that MoveLine records can be grouped by. */
export type MoveLineGroupField =
  /** By `account`. */
  | 'ACCOUNT'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `dateMaturity`. */
  | 'DATE_MATURITY'
  /** By `displayType`. */
  | 'DISPLAY_TYPE'
  /** By `expense`. */
  | 'EXPENSE'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `move`. */
  | 'MOVE'
  /** By `moveName`. */
  | 'MOVE_NAME'
  /** By `name`. */
  | 'NAME'
  /** By `partner`. */
  | 'PARTNER'
  /** By `payment`. */
  | 'PAYMENT'
  /** By `product`. */
  | 'PRODUCT'
  /** By `purchaseOrderLine`. */
  | 'PURCHASE_ORDER_LINE'
  /** By `reconciled`. */
  | 'RECONCILED'
  /** By `ref`. */
  | 'REF'
  /** By `saleOrderLines`. */
  | 'SALE_ORDER_LINES'
  /** By `state`. */
  | 'STATE'
  /** By `taxes`. */
  | 'TAXES'
  /** By `taxLine`. */
  | 'TAX_LINE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of MoveLine; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type MoveLineGroupKeys = {
  __typename?: 'MoveLineGroupKeys';
  /** The common `account`; of a time, where its interval begins. */
  account: Maybe<Account>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `companyCurrency`; of a time, where its interval begins. */
  companyCurrency: Maybe<Currency>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `date`; of a time, where its interval begins. */
  date: Maybe<Scalars['Date']['output']>;
  /** The common `dateMaturity`; of a time, where its interval begins. */
  dateMaturity: Maybe<Scalars['Date']['output']>;
  /** The common `displayType`; of a time, where its interval begins. */
  displayType: Maybe<MoveLineDisplayType>;
  /** The common `expense`; of a time, where its interval begins. */
  expense: Maybe<Expense>;
  /** The common `journal`; of a time, where its interval begins. */
  journal: Maybe<Journal>;
  /** The common `move`; of a time, where its interval begins. */
  move: Maybe<Move>;
  /** The common `moveName`; of a time, where its interval begins. */
  moveName: Maybe<Scalars['String']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `payment`; of a time, where its interval begins. */
  payment: Maybe<Payment>;
  /** The common `product`; of a time, where its interval begins. */
  product: Maybe<Product>;
  /** The common `purchaseOrderLine`; of a time, where its interval begins. */
  purchaseOrderLine: Maybe<PurchaseOrderLine>;
  /** The common `reconciled`; of a time, where its interval begins. */
  reconciled: Maybe<Scalars['Boolean']['output']>;
  /** The common `ref`; of a time, where its interval begins. */
  ref: Maybe<Scalars['String']['output']>;
  /** The common `saleOrderLines`; of a time, where its interval begins. */
  saleOrderLines: Maybe<SaleOrderLine>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<MoveState>;
  /** The common `taxLine`; of a time, where its interval begins. */
  taxLine: Maybe<Tax>;
  /** The common `taxes`; of a time, where its interval begins. */
  taxes: Maybe<Tax>;
  /** The common `unit`; of a time, where its interval begins. */
  unit: Maybe<Unit>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of MoveLine. */
export type MoveLineGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: MoveLineGroupOrderField;
};

/** What groups of MoveLine can be ordered by. */
export type MoveLineGroupOrderField =
  /** By `account`. */
  | 'ACCOUNT'
  /** By the average of `amountCurrency`. */
  | 'AVG_AMOUNT_CURRENCY'
  /** By the average of `amountResidual`. */
  | 'AVG_AMOUNT_RESIDUAL'
  /** By the average of `amountResidualCurrency`. */
  | 'AVG_AMOUNT_RESIDUAL_CURRENCY'
  /** By the average of `balance`. */
  | 'AVG_BALANCE'
  /** By the average of `credit`. */
  | 'AVG_CREDIT'
  /** By the average of `debit`. */
  | 'AVG_DEBIT'
  /** By the average of `discount`. */
  | 'AVG_DISCOUNT'
  /** By the average of `priceSubtotal`. */
  | 'AVG_PRICE_SUBTOTAL'
  /** By the average of `priceTotal`. */
  | 'AVG_PRICE_TOTAL'
  /** By the average of `priceUnit`. */
  | 'AVG_PRICE_UNIT'
  /** By the average of `quantity`. */
  | 'AVG_QUANTITY'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By the average of `taxBaseAmount`. */
  | 'AVG_TAX_BASE_AMOUNT'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `dateMaturity`. */
  | 'DATE_MATURITY'
  /** By `displayType`. */
  | 'DISPLAY_TYPE'
  /** By `expense`. */
  | 'EXPENSE'
  /** By `journal`. */
  | 'JOURNAL'
  /** By the greatest `amountCurrency`. */
  | 'MAX_AMOUNT_CURRENCY'
  /** By the greatest `amountResidual`. */
  | 'MAX_AMOUNT_RESIDUAL'
  /** By the greatest `amountResidualCurrency`. */
  | 'MAX_AMOUNT_RESIDUAL_CURRENCY'
  /** By the greatest `balance`. */
  | 'MAX_BALANCE'
  /** By the greatest `credit`. */
  | 'MAX_CREDIT'
  /** By the greatest `date`. */
  | 'MAX_DATE'
  /** By the greatest `dateMaturity`. */
  | 'MAX_DATE_MATURITY'
  /** By the greatest `debit`. */
  | 'MAX_DEBIT'
  /** By the greatest `discount`. */
  | 'MAX_DISCOUNT'
  /** By the greatest `priceSubtotal`. */
  | 'MAX_PRICE_SUBTOTAL'
  /** By the greatest `priceTotal`. */
  | 'MAX_PRICE_TOTAL'
  /** By the greatest `priceUnit`. */
  | 'MAX_PRICE_UNIT'
  /** By the greatest `quantity`. */
  | 'MAX_QUANTITY'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `taxBaseAmount`. */
  | 'MAX_TAX_BASE_AMOUNT'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `amountCurrency`. */
  | 'MIN_AMOUNT_CURRENCY'
  /** By the smallest `amountResidual`. */
  | 'MIN_AMOUNT_RESIDUAL'
  /** By the smallest `amountResidualCurrency`. */
  | 'MIN_AMOUNT_RESIDUAL_CURRENCY'
  /** By the smallest `balance`. */
  | 'MIN_BALANCE'
  /** By the smallest `credit`. */
  | 'MIN_CREDIT'
  /** By the smallest `date`. */
  | 'MIN_DATE'
  /** By the smallest `dateMaturity`. */
  | 'MIN_DATE_MATURITY'
  /** By the smallest `debit`. */
  | 'MIN_DEBIT'
  /** By the smallest `discount`. */
  | 'MIN_DISCOUNT'
  /** By the smallest `priceSubtotal`. */
  | 'MIN_PRICE_SUBTOTAL'
  /** By the smallest `priceTotal`. */
  | 'MIN_PRICE_TOTAL'
  /** By the smallest `priceUnit`. */
  | 'MIN_PRICE_UNIT'
  /** By the smallest `quantity`. */
  | 'MIN_QUANTITY'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `taxBaseAmount`. */
  | 'MIN_TAX_BASE_AMOUNT'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `move`. */
  | 'MOVE'
  /** By `moveName`. */
  | 'MOVE_NAME'
  /** By `name`. */
  | 'NAME'
  /** By `partner`. */
  | 'PARTNER'
  /** By `payment`. */
  | 'PAYMENT'
  /** By `product`. */
  | 'PRODUCT'
  /** By `purchaseOrderLine`. */
  | 'PURCHASE_ORDER_LINE'
  /** By `reconciled`. */
  | 'RECONCILED'
  /** By `ref`. */
  | 'REF'
  /** By `saleOrderLines`. */
  | 'SALE_ORDER_LINES'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `amountCurrency`. */
  | 'SUM_AMOUNT_CURRENCY'
  /** By the sum of `amountResidual`. */
  | 'SUM_AMOUNT_RESIDUAL'
  /** By the sum of `amountResidualCurrency`. */
  | 'SUM_AMOUNT_RESIDUAL_CURRENCY'
  /** By the sum of `balance`. */
  | 'SUM_BALANCE'
  /** By the sum of `credit`. */
  | 'SUM_CREDIT'
  /** By the sum of `debit`. */
  | 'SUM_DEBIT'
  /** By the sum of `discount`. */
  | 'SUM_DISCOUNT'
  /** By the sum of `priceSubtotal`. */
  | 'SUM_PRICE_SUBTOTAL'
  /** By the sum of `priceTotal`. */
  | 'SUM_PRICE_TOTAL'
  /** By the sum of `priceUnit`. */
  | 'SUM_PRICE_UNIT'
  /** By the sum of `quantity`. */
  | 'SUM_QUANTITY'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By the sum of `taxBaseAmount`. */
  | 'SUM_TAX_BASE_AMOUNT'
  /** By `taxes`. */
  | 'TAXES'
  /** By `taxLine`. */
  | 'TAX_LINE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of MoveLine. */
export type MoveLineGroupPage = {
  __typename?: 'MoveLineGroupPage';
  /** The groups. */
  groups: Array<MoveLineGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of MoveLine below a record. */
export type MoveLineListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<MoveLineFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<MoveLineFilter>;
};

/** Greatest of the numbers of a group of MoveLine. */
export type MoveLineMax = {
  __typename?: 'MoveLineMax';
  /** Greatest of `amountCurrency`; null where the group has none. */
  amountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountResidual`; null where the group has none. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountResidualCurrency`; null where the group has none. */
  amountResidualCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `balance`; null where the group has none. */
  balance: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `credit`; null where the group has none. */
  credit: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Greatest of `dateMaturity`; null where the group has none. */
  dateMaturity: Maybe<Scalars['Date']['output']>;
  /** Greatest of `debit`; null where the group has none. */
  debit: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `quantity`; null where the group has none. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `taxBaseAmount`; null where the group has none. */
  taxBaseAmount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of MoveLine. */
export type MoveLineMin = {
  __typename?: 'MoveLineMin';
  /** Smallest of `amountCurrency`; null where the group has none. */
  amountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountResidual`; null where the group has none. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountResidualCurrency`; null where the group has none. */
  amountResidualCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `balance`; null where the group has none. */
  balance: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `credit`; null where the group has none. */
  credit: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Smallest of `dateMaturity`; null where the group has none. */
  dateMaturity: Maybe<Scalars['Date']['output']>;
  /** Smallest of `debit`; null where the group has none. */
  debit: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `quantity`; null where the group has none. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `taxBaseAmount`; null where the group has none. */
  taxBaseAmount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of MoveLine. */
export type MoveLineOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: MoveLineOrderField;
};

/** Fields that a list of MoveLine can be ordered by. */
export type MoveLineOrderField =
  /** By `amountCurrency`. */
  | 'AMOUNT_CURRENCY'
  /** By `amountResidual`. */
  | 'AMOUNT_RESIDUAL'
  /** By `amountResidualCurrency`. */
  | 'AMOUNT_RESIDUAL_CURRENCY'
  /** By `balance`. */
  | 'BALANCE'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `credit`. */
  | 'CREDIT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `dateMaturity`. */
  | 'DATE_MATURITY'
  /** By `debit`. */
  | 'DEBIT'
  /** By `discount`. */
  | 'DISCOUNT'
  /** By `displayType`. */
  | 'DISPLAY_TYPE'
  /** By `expense`. */
  | 'EXPENSE'
  /** By `id`. */
  | 'ID'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `move`. */
  | 'MOVE'
  /** By `moveName`. */
  | 'MOVE_NAME'
  /** By `name`. */
  | 'NAME'
  /** By `partner`. */
  | 'PARTNER'
  /** By `payment`. */
  | 'PAYMENT'
  /** By `priceSubtotal`. */
  | 'PRICE_SUBTOTAL'
  /** By `priceTotal`. */
  | 'PRICE_TOTAL'
  /** By `priceUnit`. */
  | 'PRICE_UNIT'
  /** By `product`. */
  | 'PRODUCT'
  /** By `purchaseOrderLine`. */
  | 'PURCHASE_ORDER_LINE'
  /** By `quantity`. */
  | 'QUANTITY'
  /** By `reconciled`. */
  | 'RECONCILED'
  /** By `ref`. */
  | 'REF'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `state`. */
  | 'STATE'
  /** By `taxBaseAmount`. */
  | 'TAX_BASE_AMOUNT'
  /** By `taxLine`. */
  | 'TAX_LINE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of MoveLine. */
export type MoveLineSum = {
  __typename?: 'MoveLineSum';
  /** Sum of `amountCurrency`; null where the group has none. */
  amountCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountResidual`; null where the group has none. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountResidualCurrency`; null where the group has none. */
  amountResidualCurrency: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `balance`; null where the group has none. */
  balance: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `credit`; null where the group has none. */
  credit: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `debit`; null where the group has none. */
  debit: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `quantity`; null where the group has none. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `taxBaseAmount`; null where the group has none. */
  taxBaseAmount: Maybe<Scalars['Decimal']['output']>;
};

/** A condition on a list of Move below a record. */
export type MoveListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<MoveFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<MoveFilter>;
};

/** Greatest of the numbers of a group of Move. */
export type MoveMax = {
  __typename?: 'MoveMax';
  /** Greatest of `amountResidual`; null where the group has none. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountResidualSigned`; null where the group has none. */
  amountResidualSigned: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountTotalSigned`; null where the group has none. */
  amountTotalSigned: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountUntaxedSigned`; null where the group has none. */
  amountUntaxedSigned: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Greatest of `deliveryDate`; null where the group has none. */
  deliveryDate: Maybe<Scalars['Date']['output']>;
  /** Greatest of `invoiceDate`; null where the group has none. */
  invoiceDate: Maybe<Scalars['Date']['output']>;
  /** Greatest of `invoiceDateDue`; null where the group has none. */
  invoiceDateDue: Maybe<Scalars['Date']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Move. */
export type MoveMin = {
  __typename?: 'MoveMin';
  /** Smallest of `amountResidual`; null where the group has none. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountResidualSigned`; null where the group has none. */
  amountResidualSigned: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountTotalSigned`; null where the group has none. */
  amountTotalSigned: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountUntaxedSigned`; null where the group has none. */
  amountUntaxedSigned: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Smallest of `deliveryDate`; null where the group has none. */
  deliveryDate: Maybe<Scalars['Date']['output']>;
  /** Smallest of `invoiceDate`; null where the group has none. */
  invoiceDate: Maybe<Scalars['Date']['output']>;
  /** Smallest of `invoiceDateDue`; null where the group has none. */
  invoiceDateDue: Maybe<Scalars['Date']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Move. */
export type MoveOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: MoveOrderField;
};

/** Fields that a list of Move can be ordered by. */
export type MoveOrderField =
  /** By `amountResidual`. */
  | 'AMOUNT_RESIDUAL'
  /** By `amountResidualSigned`. */
  | 'AMOUNT_RESIDUAL_SIGNED'
  /** By `amountTax`. */
  | 'AMOUNT_TAX'
  /** By `amountTotal`. */
  | 'AMOUNT_TOTAL'
  /** By `amountTotalSigned`. */
  | 'AMOUNT_TOTAL_SIGNED'
  /** By `amountUntaxed`. */
  | 'AMOUNT_UNTAXED'
  /** By `amountUntaxedSigned`. */
  | 'AMOUNT_UNTAXED_SIGNED'
  /** By `checked`. */
  | 'CHECKED'
  /** By `commercialPartner`. */
  | 'COMMERCIAL_PARTNER'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `deliveryDate`. */
  | 'DELIVERY_DATE'
  /** By `id`. */
  | 'ID'
  /** By `invoiceDate`. */
  | 'INVOICE_DATE'
  /** By `invoiceDateDue`. */
  | 'INVOICE_DATE_DUE'
  /** By `invoiceOrigin`. */
  | 'INVOICE_ORIGIN'
  /** By `isMoveSent`. */
  | 'IS_MOVE_SENT'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `moveType`. */
  | 'MOVE_TYPE'
  /** By `name`. */
  | 'NAME'
  /** By `narration`. */
  | 'NARRATION'
  /** By `partner`. */
  | 'PARTNER'
  /** By `payment`. */
  | 'PAYMENT'
  /** By `paymentReference`. */
  | 'PAYMENT_REFERENCE'
  /** By `paymentState`. */
  | 'PAYMENT_STATE'
  /** By `ref`. */
  | 'REF'
  /** By `reversedEntry`. */
  | 'REVERSED_ENTRY'
  /** By `salesperson`. */
  | 'SALESPERSON'
  /** By `shippingPartner`. */
  | 'SHIPPING_PARTNER'
  /** By `state`. */
  | 'STATE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** What `movePage` needs: the page, and where it is to stand. Last in its list where it is not said beside what. */
export type MovePageInput = {
  /** The page to stand right after. */
  afterId?: InputMaybe<Scalars['ID']['input']>;
  /** The page to stand right before. */
  beforeId?: InputMaybe<Scalars['ID']['input']>;
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The page's uuid. */
  pageId: Scalars['ID']['input'];
  /** The page to stand below. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The space, for a place at its top; beside another place it must be that place's. */
  spaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `movePage` did. */
export type MovePagePayload = {
  __typename?: 'MovePagePayload';
  /** The page; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** How far an invoice, bill or receipt is paid. */
export type MovePaymentState =
  /** Blocked for payment. */
  | 'BLOCKED'
  /** From an old accounting app, with no known state. */
  | 'INVOICING_LEGACY'
  /** A payment is registered and not yet matched with the bank. */
  | 'IN_PAYMENT'
  /** Nothing is paid. */
  | 'NOT_PAID'
  /** Fully paid. */
  | 'PAID'
  /** Partly paid. */
  | 'PARTIAL'
  /** Reversed by a credit note. */
  | 'REVERSED';

/** A condition on a MovePaymentState; null satisfies none but `isNull`. */
export type MovePaymentStateFilter = {
  /** Equal to. */
  eq?: InputMaybe<MovePaymentState>;
  /** One of. */
  in?: InputMaybe<Array<MovePaymentState>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<MovePaymentState>;
  /** None of. */
  notIn?: InputMaybe<Array<MovePaymentState>>;
};

/** Life cycle of a journal entry. */
export type MoveState =
  /** Cancelled. */
  | 'CANCEL'
  /** Not yet in the books. */
  | 'DRAFT'
  /** In the books. */
  | 'POSTED';

/** A condition on a MoveState; null satisfies none but `isNull`. */
export type MoveStateFilter = {
  /** Equal to. */
  eq?: InputMaybe<MoveState>;
  /** One of. */
  in?: InputMaybe<Array<MoveState>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<MoveState>;
  /** None of. */
  notIn?: InputMaybe<Array<MoveState>>;
};

/** Sum of the numbers of a group of Move. */
export type MoveSum = {
  __typename?: 'MoveSum';
  /** Sum of `amountResidual`; null where the group has none. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountResidualSigned`; null where the group has none. */
  amountResidualSigned: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountTotalSigned`; null where the group has none. */
  amountTotalSigned: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountUntaxedSigned`; null where the group has none. */
  amountUntaxedSigned: Maybe<Scalars['Decimal']['output']>;
};

/** Kinds of journal entry. */
export type MoveType =
  /** A miscellaneous journal entry. */
  | 'ENTRY'
  /** A bill from a vendor. */
  | 'IN_INVOICE'
  /** A purchase receipt. */
  | 'IN_RECEIPT'
  /** A credit note from a vendor. */
  | 'IN_REFUND'
  /** An invoice to a customer. */
  | 'OUT_INVOICE'
  /** A sales receipt. */
  | 'OUT_RECEIPT'
  /** A credit note to a customer. */
  | 'OUT_REFUND';

/** A condition on a MoveType; null satisfies none but `isNull`. */
export type MoveTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<MoveType>;
  /** One of. */
  in?: InputMaybe<Array<MoveType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<MoveType>;
  /** None of. */
  notIn?: InputMaybe<Array<MoveType>>;
};

/** Every write; each field says what it writes, and the doctrine who may. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Begins a thread on a page or on one of its blocks; for members of the space. */
  addComment: Maybe<AddCommentPayload>;
  /** Adds a column after the last one; for editors of the space. */
  addDatabaseColumn: Maybe<AddDatabaseColumnPayload>;
  /** Relates two pages, two rows or two databases; for editors of the spaces of both. */
  addRelation: Maybe<AddRelationPayload>;
  /** Appends an event to a run that has not ended. */
  appendRunEvent: Maybe<AppendRunEventPayload>;
  /**
   * Changes the blocks of a page, as one of its editors: all operations, or none.
   *
   * Where the page has changed since `expectedVersion`, the operations are applied all the same unless they meet what changed:
   * a block that they change was changed, or one that they put another beside or into was moved or deleted.
   */
  applyBlockOperations: Maybe<ApplyBlockOperationsPayload>;
  /** Closes a database against every change of its columns and rows; for editors of the space. */
  archiveDatabase: Maybe<ArchiveDatabasePayload>;
  /** Archives a page with all below it; for editors of the space. */
  archivePage: Maybe<ArchivePagePayload>;
  /** Closes a space against every change of what is in it; for its admins. */
  archiveSpace: Maybe<ArchiveSpacePayload>;
  /** Calls a run off. One that no handler has begun is `CANCELLED` at once. Any other is asked to end (`cancelRequestedAt`): who holds its lease, now or next, says what was done, and the run ends as `CANCELLED` only where nothing was. */
  cancelRun: Maybe<CancelRunPayload>;
  /** Gives a member another role; for the space's admins. A space keeps at least one admin. */
  changePermission: Maybe<ChangePermissionPayload>;
  /** Says in which language a space is searched; for its admins. */
  changeSpaceLanguage: Maybe<ChangeSpaceLanguagePayload>;
  /** Leases queued runs of an agent to a worker, by priority and by how long they have waited; a run that is leased stays `QUEUED` until it is marked running. */
  claimRuns: Maybe<ClaimRunsPayload>;
  /** Confirms an upload: refused unless the storage holds a file of the size and media type that were announced, parameters apart; for editors of the space. */
  confirmAttachment: Maybe<ConfirmAttachmentPayload>;
  /** Announces a file and answers where to upload it; for editors of the space. */
  createAttachmentUpload: Maybe<CreateAttachmentUploadPayload>;
  /** Makes a database on a page; for editors of the space. */
  createDatabase: Maybe<CreateDatabasePayload>;
  /** Makes a page, empty or from a template; for editors of the space. */
  createPage: Maybe<CreatePagePayload>;
  /** Makes a space, with the user who asks as its first admin. */
  createSpace: Maybe<CreateSpacePayload>;
  /** Decides an approval, once: as a member of its project whose role may, or as a service that says who decided. */
  decideApproval: Maybe<DecideApprovalPayload>;
  /** Takes a file back, with its bytes: URLs that were given out lead nowhere from then on. Blocks that show it stay, and show nothing. Of archived pages too; for editors of the space. */
  deleteAttachment: Maybe<DeleteAttachmentPayload>;
  /** Deletes a comment with what was answered to it; for its author, and for editors of the space. Who began a thread that others have answered is refused: an editor deletes it. */
  deleteComment: Maybe<DeleteCommentPayload>;
  /** Deletes a row; for editors of the space. */
  deleteDatabaseRow: Maybe<DeleteDatabaseRowPayload>;
  /** Deletes a schedule; the runs that it enqueued stay, those that are open too, and show no `schedule` any more. Its name is free again. */
  deleteSchedule: Maybe<DeleteSchedulePayload>;
  /** Deletes a template with the files that it keeps; pages that began with it stay as they are. For editors of the space. */
  deleteTemplate: Maybe<DeleteTemplatePayload>;
  /**
   * Copies a page, and with `subtree` what is below it, right after the original: blocks, databases with their rows, files and
   * links to Odoo. Comments, relations and archived pages below stay with the original. For editors of the space.
   *
   * What blocks, related rows and links name inside the copied set, by its uuid, they name in the copy; what they name outside
   * stays as it is, and so do the words of a text. 1000 pages with 20000 blocks, 2000 rows and 200 files are copied at most.
   */
  duplicatePage: Maybe<DuplicatePagePayload>;
  /** Gives a comment another text; for its author. */
  editComment: Maybe<EditCommentPayload>;
  /** Puts a run into the queue of its agent; the same idempotency key and input lead to the same run. */
  enqueueRun: Maybe<EnqueueRunPayload>;
  /** Admits a user to a space; for its admins. A user who does not exist is `NOT_FOUND`. */
  grantPermission: Maybe<GrantPermissionPayload>;
  /** Extends the lease of a claimed run; `cancelRequestedAt` of the answer says whether it is to be called off. */
  heartbeatRun: Maybe<HeartbeatRunPayload>;
  /** Inserts a row after the last one; a cell that does not fit its column is refused by name. For editors of the space. */
  insertDatabaseRow: Maybe<InsertDatabaseRowPayload>;
  /** Inserts rows after the last one, all or none; for editors of the space. */
  insertDatabaseRows: Maybe<InsertDatabaseRowsPayload>;
  /** Says which record of Odoo a page is about; for editors of the space. Nothing is written to Odoo. */
  linkOdooRecord: Maybe<LinkOdooRecordPayload>;
  /** Says which Odoo user a user is; replaces the user's earlier link in that instance. One that is taken is `CONFLICT`. */
  linkOdooUser: Maybe<LinkOdooUserPayload>;
  /** Says how a run ended; one that failed is queued again while it may be retried. */
  markRunFinished: Maybe<MarkRunFinishedPayload>;
  /** Says that the handler of a claimed run begins. */
  markRunRunning: Maybe<MarkRunRunningPayload>;
  /** Moves a page with all below it and on it, within its space or to another one; for editors of both. A page never stands below itself, and a tree has at most 50 levels. */
  movePage: Maybe<MovePagePayload>;
  /** Pauses a schedule, or lets it go on. */
  pauseSchedule: Maybe<PauseSchedulePayload>;
  /** Records what a run left in object storage or in a registry: a reference, never the bytes. */
  recordArtifact: Maybe<RecordArtifactPayload>;
  /** Records a backup that lies in object storage; a record is never changed. */
  recordBackup: Maybe<RecordBackupPayload>;
  /** Records what was built; the same image with other facts is `CONFLICT`. */
  recordBuild: Maybe<RecordBuildPayload>;
  /**
   * Records a deployment, or moves the status of one. Staging takes only what is built from `main`, production only the
   * build that succeeded on staging, and an environment that asks for an approval only what was approved for it: else
   * `CONFLICT`, with `details.missing`.
   */
  recordDeployment: Maybe<RecordDeploymentPayload>;
  /** Removes a column with all that its rows hold in it; for editors of the space. */
  removeDatabaseColumn: Maybe<RemoveDatabaseColumnPayload>;
  /** Takes a relation away; for editors of the space that it is said in. */
  removeRelation: Maybe<RemoveRelationPayload>;
  /** Gives a database another title; for editors of the space. */
  renameDatabase: Maybe<RenameDatabasePayload>;
  /** Gives a choice another name, in its place among the others; the rows that hold it hold it under the new name, and their versions rise. For editors of the space. */
  renameDatabaseChoice: Maybe<RenameDatabaseChoicePayload>;
  /** Gives a column another name, under which its rows keep their values from then on; for editors of the space. */
  renameDatabaseColumn: Maybe<RenameDatabaseColumnPayload>;
  /** Gives a space another name; for its admins. */
  renameSpace: Maybe<RenameSpacePayload>;
  /** Opens a resolved thread again; for who began it and for editors of the space. */
  reopenComment: Maybe<ReopenCommentPayload>;
  /** Answers the comment that began a thread which is open; for members of the space. */
  replyToComment: Maybe<ReplyToCommentPayload>;
  /** Asks for an approval. */
  requestApproval: Maybe<RequestApprovalPayload>;
  /** Enqueues a write to Odoo for `sync-odoo-agent`, which alone may execute it. */
  requestOdooWrite: Maybe<RequestOdooWritePayload>;
  /** Closes a thread, which then takes no more replies; for who began it and for editors of the space. */
  resolveComment: Maybe<ResolveCommentPayload>;
  /** Opens an archived database again; for editors of the space. */
  restoreDatabase: Maybe<RestoreDatabasePayload>;
  /**
   * Brings back what was deleted on a page, under the id that it had: a block into the block that it stood in, or last on the
   * page where that one is gone; a column with the cells of the rows that are there, and required again where each has one; a
   * row with its values in the columns that they were in, where they fit there now. For editors of the space.
   */
  restoreFromBin: Maybe<RestoreFromBinPayload>;
  /** Restores an archived page with all that was archived with it; for editors of the space. */
  restorePage: Maybe<RestorePagePayload>;
  /**
   * Makes a page again what it was at an earlier version, or right after an entry of its history: its title and links to Odoo, its blocks, its
   * databases with their columns, rows and cells, all under the ids that they had; comments and files go back to the blocks that
   * they stood at. A database that came later is archived. The page stays where it is, and archived or in use: `movePage` and
   * `restorePage` change that. It is a change of its own, which can be taken back in the same way. For editors of the space.
   */
  restorePageVersion: Maybe<RestorePageVersionPayload>;
  /** Opens an archived space again; for its admins. */
  restoreSpace: Maybe<RestoreSpacePayload>;
  /** Has pages indexed again that were given up: dead letters of the search index. */
  retryIndexing: Maybe<RetryIndexingPayload>;
  /** Does a run again that ended without success: a new run with the same input, lines, schedule and due time, which names the first one in `retryOf`. While one is open, it is the answer; after one that succeeded it is `CONFLICT`. A record that an earlier one has created in Odoo after all is not created again. */
  retryRun: Maybe<RetryRunPayload>;
  /** Gives a column another type or other options, and converts what its rows hold; for editors of the space. */
  retypeDatabaseColumn: Maybe<RetypeDatabaseColumnPayload>;
  /** Takes a member out of a space: its admins anybody, a member itself. A space keeps at least one admin. */
  revokePermission: Maybe<RevokePermissionPayload>;
  /** Enqueues one run of a schedule at once, paused or not; its due times stay as they are. */
  runScheduleNow: Maybe<RunScheduleNowPayload>;
  /** Keeps what stands on a page as a template of its space: its blocks, its databases with their rows, 2000 at most, and its files, 200 at most; not its links to Odoo, comments, relations or what is below it. What becomes of the page later changes nothing in the template. For editors of the space. */
  savePageAsTemplate: Maybe<SavePageAsTemplatePayload>;
  /** Gives a user a role in a project, another role, or none. */
  setProjectMember: Maybe<SetProjectMemberPayload>;
  /** Takes a page's link to a record of Odoo away; for editors of the space. */
  unlinkOdooRecord: Maybe<UnlinkOdooRecordPayload>;
  /** Changes cells of a row; for editors of the space. */
  updateDatabaseRow: Maybe<UpdateDatabaseRowPayload>;
  /** Changes a page's title and its links to Odoo; for editors of the space. */
  updatePage: Maybe<UpdatePagePayload>;
  /** Gives a template another name, description or content; pages that began with it stay as they are. For editors of the space. */
  updateTemplate: Maybe<UpdateTemplatePayload>;
  /** Creates the project of this slug with its environments DEV, STAGING and PRODUCTION, or changes it. */
  upsertProject: Maybe<UpsertProjectPayload>;
  /** Creates the schedule of this name or changes it; its next due time is counted anew where its times change. */
  upsertSchedule: Maybe<UpsertSchedulePayload>;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationAddCommentArgs = {
  input: AddCommentInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationAddDatabaseColumnArgs = {
  input: AddDatabaseColumnInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationAddRelationArgs = {
  input: AddRelationInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationAppendRunEventArgs = {
  input: AppendRunEventInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationApplyBlockOperationsArgs = {
  input: ApplyBlockOperationsInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationArchiveDatabaseArgs = {
  input: ArchiveDatabaseInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationArchivePageArgs = {
  input: ArchivePageInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationArchiveSpaceArgs = {
  input: ArchiveSpaceInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationCancelRunArgs = {
  input: CancelRunInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationChangePermissionArgs = {
  input: ChangePermissionInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationChangeSpaceLanguageArgs = {
  input: ChangeSpaceLanguageInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationClaimRunsArgs = {
  input: ClaimRunsInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationConfirmAttachmentArgs = {
  input: ConfirmAttachmentInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationCreateAttachmentUploadArgs = {
  input: CreateAttachmentUploadInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationCreateDatabaseArgs = {
  input: CreateDatabaseInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationCreatePageArgs = {
  input: CreatePageInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationCreateSpaceArgs = {
  input: CreateSpaceInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationDecideApprovalArgs = {
  input: DecideApprovalInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationDeleteAttachmentArgs = {
  input: DeleteAttachmentInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationDeleteCommentArgs = {
  input: DeleteCommentInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationDeleteDatabaseRowArgs = {
  input: DeleteDatabaseRowInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationDeleteScheduleArgs = {
  input: DeleteScheduleInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationDeleteTemplateArgs = {
  input: DeleteTemplateInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationDuplicatePageArgs = {
  input: DuplicatePageInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationEditCommentArgs = {
  input: EditCommentInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationEnqueueRunArgs = {
  input: EnqueueRunInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationGrantPermissionArgs = {
  input: GrantPermissionInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationHeartbeatRunArgs = {
  input: HeartbeatRunInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationInsertDatabaseRowArgs = {
  input: InsertDatabaseRowInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationInsertDatabaseRowsArgs = {
  input: InsertDatabaseRowsInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationLinkOdooRecordArgs = {
  input: LinkOdooRecordInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationLinkOdooUserArgs = {
  input: LinkOdooUserInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationMarkRunFinishedArgs = {
  input: MarkRunFinishedInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationMarkRunRunningArgs = {
  input: MarkRunRunningInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationMovePageArgs = {
  input: MovePageInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationPauseScheduleArgs = {
  input: PauseScheduleInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRecordArtifactArgs = {
  input: RecordArtifactInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRecordBackupArgs = {
  input: RecordBackupInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRecordBuildArgs = {
  input: RecordBuildInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRecordDeploymentArgs = {
  input: RecordDeploymentInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRemoveDatabaseColumnArgs = {
  input: RemoveDatabaseColumnInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRemoveRelationArgs = {
  input: RemoveRelationInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRenameDatabaseArgs = {
  input: RenameDatabaseInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRenameDatabaseChoiceArgs = {
  input: RenameDatabaseChoiceInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRenameDatabaseColumnArgs = {
  input: RenameDatabaseColumnInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRenameSpaceArgs = {
  input: RenameSpaceInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationReopenCommentArgs = {
  input: ResolveCommentInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationReplyToCommentArgs = {
  input: ReplyToCommentInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRequestApprovalArgs = {
  input: RequestApprovalInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRequestOdooWriteArgs = {
  input: RequestOdooWriteInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationResolveCommentArgs = {
  input: ResolveCommentInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRestoreDatabaseArgs = {
  input: ArchiveDatabaseInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRestoreFromBinArgs = {
  input: RestoreFromBinInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRestorePageArgs = {
  input: ArchivePageInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRestorePageVersionArgs = {
  input: RestorePageVersionInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRestoreSpaceArgs = {
  input: ArchiveSpaceInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRetryIndexingArgs = {
  input: RetryIndexingInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRetryRunArgs = {
  input: RetryRunInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRetypeDatabaseColumnArgs = {
  input: RetypeDatabaseColumnInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRevokePermissionArgs = {
  input: RevokePermissionInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationRunScheduleNowArgs = {
  input: RunScheduleNowInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationSavePageAsTemplateArgs = {
  input: SavePageAsTemplateInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationSetProjectMemberArgs = {
  input: SetProjectMemberInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationUnlinkOdooRecordArgs = {
  input: UnlinkOdooRecordInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationUpdateDatabaseRowArgs = {
  input: UpdateDatabaseRowInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationUpdatePageArgs = {
  input: UpdatePageInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationUpdateTemplateArgs = {
  input: UpdateTemplateInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationUpsertProjectArgs = {
  input: UpsertProjectInput;
};


/** Every write; each field says what it writes, and the doctrine who may. */
export type MutationUpsertScheduleArgs = {
  input: UpsertScheduleInput;
};

/**
 * A record or row that a client's store keeps by one name. `id` is the key in its own system, unique among the records of its
 * type; `nodeId` names it among all records of all types.
 */
export type Node = {
  /** The key in its own system: Odoo's integer, or a uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
};

/** Which Odoo user a user is, in one Odoo instance. Owner: the ledger, table `ops.odoo_users`. */
export type OdooUserLink = Node & {
  __typename?: 'OdooUserLink';
  /** When it was linked. */
  createdAt: Scalars['DateTime']['output'];
  /** The link's uuid. */
  id: Scalars['ID']['output'];
  /** Login of the Odoo user. */
  login: Scalars['String']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Name of the Odoo instance. */
  odooInstance: Scalars['String']['output'];
  /** Odoo's own key of its user, as text; linked once. */
  odooUserId: Scalars['String']['output'];
  /** When the link last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Uuid of the user at the auth server; one link an instance. */
  userId: Scalars['ID']['output'];
};

/** A page of a list of OdooUserLink. */
export type OdooUserLinkConnection = {
  __typename?: 'OdooUserLinkConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<OdooUserLinkEdge>;
  /** The records of the page. */
  nodes: Array<OdooUserLink>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A OdooUserLink and its place in the list. */
export type OdooUserLinkEdge = {
  __typename?: 'OdooUserLinkEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: OdooUserLink;
};

/** Which OdooUserLink records to list; conditions beside each other must all hold. */
export type OdooUserLinkFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<OdooUserLinkFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `login`. */
  login?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<OdooUserLinkFilter>;
  /** Condition on `odooInstance`. */
  odooInstance?: InputMaybe<StringFilter>;
  /** Condition on `odooUserId`. */
  odooUserId?: InputMaybe<StringFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<OdooUserLinkFilter>>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `userId`. */
  userId?: InputMaybe<IdFilter>;
};

/** A condition on a list of OdooUserLink below a record. */
export type OdooUserLinkListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<OdooUserLinkFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<OdooUserLinkFilter>;
};

/** One key of the order of a list of OdooUserLink. */
export type OdooUserLinkOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: OdooUserLinkOrderField;
};

/** Fields that a list of OdooUserLink can be ordered by. */
export type OdooUserLinkOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `login`. */
  | 'LOGIN'
  /** By `odooInstance`. */
  | 'ODOO_INSTANCE'
  /** By `odooUserId`. */
  | 'ODOO_USER_ID'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `userId`. */
  | 'USER_ID';

/** Direction of an order. */
export type OrderDirection =
  /** Smallest first, nulls last. */
  | 'ASC'
  /** Greatest first, nulls first. */
  | 'DESC';

/** What a line of an order shows that is no product. */
export type OrderLineDisplayType =
  /** A note. */
  | 'LINE_NOTE'
  /** The title of a section. */
  | 'LINE_SECTION'
  /** The title of a subsection. */
  | 'LINE_SUBSECTION';

/** A condition on a OrderLineDisplayType; null satisfies none but `isNull`. */
export type OrderLineDisplayTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<OrderLineDisplayType>;
  /** One of. */
  in?: InputMaybe<Array<OrderLineDisplayType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<OrderLineDisplayType>;
  /** None of. */
  notIn?: InputMaybe<Array<OrderLineDisplayType>>;
};

/** What happens when a schedule is due while an earlier run of it is `QUEUED` or `RUNNING`, a retry among them. */
export type Overlap =
  /** Another run is enqueued, and may be claimed beside it. */
  | 'ALLOW'
  /** Another run is enqueued, and can be claimed when all those before it have ended. */
  | 'QUEUE'
  /** The due time is left out; `runScheduleNow` and `retryRun` are `CONFLICT`. */
  | 'SKIP';

/** A condition on a Overlap; null satisfies none but `isNull`. */
export type OverlapFilter = {
  /** Equal to. */
  eq?: InputMaybe<Overlap>;
  /** One of. */
  in?: InputMaybe<Array<Overlap>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<Overlap>;
  /** None of. */
  notIn?: InputMaybe<Array<Overlap>>;
};

/** A page of a space. Owner: the workspace, table `work.pages`. */
export type Page = Node & {
  __typename?: 'Page';
  /** When it was archived: nobody edits it until it is restored; null while it is in use. Lists show archived pages too: `filter: { archivedAt: { isNull: true } }` leaves them out. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Uuid of the page whose archiving archived this one, or of this page itself; null while it is in use. */
  archivedWith: Maybe<Scalars['ID']['output']>;
  /** The files on it and on its blocks. */
  attachments: Maybe<AttachmentConnection>;
  /** The relations that lead to it from other pages, of those that the viewer may see. */
  backlinks: Maybe<RelationConnection>;
  /** What was deleted on it and can be brought back by `restoreFromBin`, the latest first. */
  bin: Maybe<BinItemConnection>;
  /** What stands on it, in order. */
  blocks: Maybe<BlockConnection>;
  /** The pages above it, the topmost first; at most 50. */
  breadcrumbs: Maybe<BreadcrumbConnection>;
  /** The pages below it. */
  children: Maybe<PageConnection>;
  /** What was said about it and its blocks, the oldest first; with `filter: { parentId: { isNull: true } }` only what began a thread. */
  comments: Maybe<CommentConnection>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Uuid of the user who made it; null where a service did. */
  createdBy: Maybe<Scalars['ID']['output']>;
  /** The databases that stand on it, the oldest first. */
  databases: Maybe<DatabaseConnection>;
  /** What was changed on it and by whom, the newest first: entries of 30 days, where the gateway's retention says no other age. */
  history: Maybe<HistoryEntryConnection>;
  /** The page's uuid. */
  id: Scalars['ID']['output'];
  /** The journal entry or invoice this page is about, read live; the page keeps only its id, for display. */
  move: Maybe<Move>;
  /** When `move`, selected beside this, was read of Odoo, by this request or by the one that filled the cache; null where it is null. */
  moveAsOf: Maybe<Scalars['DateTime']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The page above it; null at the top of its space. */
  parent: Maybe<Page>;
  /** The Odoo partner this page is about, read live; the page keeps only its id, for display. */
  partner: Maybe<Partner>;
  /** When `partner`, selected beside this, was read of Odoo, by this request or by the one that filled the cache; null where it is null. */
  partnerAsOf: Maybe<Scalars['DateTime']['output']>;
  /** The Odoo project this page is about, read live; the page keeps only its id, for display. */
  project: Maybe<Project>;
  /** When `project`, selected beside this, was read of Odoo, by this request or by the one that filled the cache; null where it is null. */
  projectAsOf: Maybe<Scalars['DateTime']['output']>;
  /** The relations that are said at it. */
  relations: Maybe<RelationConnection>;
  /** The space it is in. */
  space: Maybe<Space>;
  /** Title. */
  title: Scalars['String']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts up with every change of the page or its blocks, from 1. */
  version: Scalars['Int']['output'];
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageAttachmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttachmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AttachmentOrder>>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageBacklinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RelationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RelationOrder>>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageBinArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BinItemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BinItemOrder>>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageBlocksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BlockFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BlockOrder>>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageBreadcrumbsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BreadcrumbFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BreadcrumbOrder>>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PageOrder>>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CommentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CommentOrder>>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageDatabasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DatabaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DatabaseOrder>>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HistoryEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<HistoryEntryOrder>>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageMoveArgs = {
  inOdoo?: InputMaybe<InOdoo>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PagePartnerArgs = {
  inOdoo?: InputMaybe<InOdoo>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageProjectArgs = {
  inOdoo?: InputMaybe<InOdoo>;
};


/** A page of a space. Owner: the workspace, table `work.pages`. */
export type PageRelationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RelationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RelationOrder>>;
};

/** A page that has changed, and the place of the change. */
export type PageChange = {
  __typename?: 'PageChange';
  /** Sealed place among all changes of pages, for `after` of `Subscription.pageChanged`. */
  cursor: Scalars['String']['output'];
  /** The page; null only in the first answer of a subscription without `after`, which tells where it begins. */
  page: Maybe<Page>;
};

/** A page of a list of Page. */
export type PageConnection = {
  __typename?: 'PageConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<PageEdge>;
  /** The records of the page. */
  nodes: Array<Page>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Page and its place in the list. */
export type PageEdge = {
  __typename?: 'PageEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Page;
};

/** Which Page records to list; conditions beside each other must all hold. */
export type PageFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<PageFilter>>;
  /** Condition on `archivedAt`. */
  archivedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `archivedWith`. */
  archivedWith?: InputMaybe<IdFilter>;
  /** Condition on `attachments`. */
  attachments?: InputMaybe<AttachmentListFilter>;
  /** Condition on `backlinks`. */
  backlinks?: InputMaybe<RelationListFilter>;
  /** Condition on `bin`. */
  bin?: InputMaybe<BinItemListFilter>;
  /** Condition on `blocks`. */
  blocks?: InputMaybe<BlockListFilter>;
  /** Condition on `breadcrumbs`. */
  breadcrumbs?: InputMaybe<BreadcrumbListFilter>;
  /** Condition on `children`. */
  children?: InputMaybe<PageListFilter>;
  /** Condition on `comments`. */
  comments?: InputMaybe<CommentListFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `createdBy`. */
  createdBy?: InputMaybe<IdFilter>;
  /** Condition on `databases`. */
  databases?: InputMaybe<DatabaseListFilter>;
  /** Condition on `history`. */
  history?: InputMaybe<HistoryEntryListFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<PageFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<PageFilter>>;
  /** Condition on `parent`. */
  parent?: InputMaybe<PageFilter>;
  /** Condition on `relations`. */
  relations?: InputMaybe<RelationListFilter>;
  /** Condition on `space`. */
  space?: InputMaybe<SpaceFilter>;
  /** Condition on `title`. */
  title?: InputMaybe<StringFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `version`. */
  version?: InputMaybe<IntFilter>;
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the page's last record; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the page's first record; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** Which of its Odoo records a page is linked to. */
export type PageLinkKind =
  /** The journal entry or invoice that the page is about. */
  | 'MOVE'
  /** The partner that the page is about. */
  | 'PARTNER'
  /** The project that the page is about. */
  | 'PROJECT';

/** A condition on a PageLinkKind; null satisfies none but `isNull`. */
export type PageLinkKindFilter = {
  /** Equal to. */
  eq?: InputMaybe<PageLinkKind>;
  /** One of. */
  in?: InputMaybe<Array<PageLinkKind>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PageLinkKind>;
  /** None of. */
  notIn?: InputMaybe<Array<PageLinkKind>>;
};

/** A condition on a list of Page below a record. */
export type PageListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<PageFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<PageFilter>;
};

/** A page whose title is like what was typed. */
export type PageMatch = {
  __typename?: 'PageMatch';
  /** The title as HTML, escaped, with what was typed in `<mark>`. */
  highlighted: Scalars['String']['output'];
  /** The page; null where it is gone by now. */
  page: Maybe<Page>;
  /** How well it matches; the list is in this order. */
  score: Scalars['Float']['output'];
};

/** One key of the order of a list of Page. */
export type PageOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: PageOrderField;
};

/** Fields that a list of Page can be ordered by. */
export type PageOrderField =
  /** By `archivedAt`. */
  | 'ARCHIVED_AT'
  /** By `archivedWith`. */
  | 'ARCHIVED_WITH'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `createdBy`. */
  | 'CREATED_BY'
  /** By `id`. */
  | 'ID'
  /** By `title`. */
  | 'TITLE'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `version`. */
  | 'VERSION';

/** The pages of a space in the order of their tree. */
export type PageTree = {
  __typename?: 'PageTree';
  /** Whether these are all the pages down to the asked level; 1000 are answered at most. */
  isComplete: Scalars['Boolean']['output'];
  /** Each page before those below it. */
  nodes: Array<PageTreeNode>;
};

/** A page and its place in the tree. */
export type PageTreeNode = {
  __typename?: 'PageTreeNode';
  /** When it was archived; null while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** How many pages stand right below it, answered here or not. */
  childCount: Scalars['Int']['output'];
  /** The page's uuid. */
  id: Scalars['ID']['output'];
  /** Level in the tree, from 1. */
  level: Scalars['Int']['output'];
  /** Uuid of the page above; null at the top of the space. */
  parentId: Maybe<Scalars['ID']['output']>;
  /** Title. */
  title: Scalars['String']['output'];
  /** Its version. */
  version: Scalars['Int']['output'];
};

/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type Partner = Node & {
  __typename?: 'Partner';
  /** Whether the partner is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Buyer in charge of the vendor. */
  buyer: Maybe<User>;
  /** City. */
  city: Maybe<Scalars['String']['output']>;
  /** Internal notes, HTML. */
  comment: Maybe<Scalars['String']['output']>;
  /** The company or independent person that is invoiced: the partner itself or one above it. */
  commercialPartner: Maybe<Partner>;
  /** Company that alone sees the partner; null where all do. */
  company: Maybe<Company>;
  /** Number in the register of companies, where it is not the tax number. */
  companyRegistry: Maybe<Scalars['String']['output']>;
  /** Name as lists show it: a contact's with its company's in front. */
  completeName: Maybe<Scalars['String']['output']>;
  /** Contacts and addresses below this partner. */
  contacts: Maybe<PartnerConnection>;
  /** Country of the address. */
  country: Maybe<Country>;
  /** What the customer owes the company, in `currency`. */
  credit: Maybe<Scalars['Decimal']['output']>;
  /** Currency of `credit`, `debit` and `totalInvoiced`: the company's. */
  currency: Maybe<Currency>;
  /** How many invoices and sales it had; greater than 0 for a customer. */
  customerRank: Maybe<Scalars['Int']['output']>;
  /** What the company owes the vendor, in `currency`. */
  debit: Maybe<Scalars['Decimal']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Main email address. */
  email: Maybe<Scalars['String']['output']>;
  /** Employees whose work contact this is. */
  employees: Maybe<EmployeeConnection>;
  /** Job position of a person. */
  function: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Picture or logo of at most 128 by 128 pixels: the bytes of the image file, in base64. */
  image128Base64: Maybe<Scalars['String']['output']>;
  /** Journal entries of this partner: invoices, bills, refunds, receipts and miscellaneous ones. */
  invoices: Maybe<MoveConnection>;
  /** Whether the partner is a company rather than a person. */
  isCompany: Maybe<Scalars['Boolean']['output']>;
  /** Full name; for a contact of a company without the company's. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The pages of the workspace that are about this partner, of those that the viewer may see; linked by `linkOdooRecord`. */
  pages: Maybe<PageConnection>;
  /** The company this contact belongs to. */
  parent: Maybe<Partner>;
  /** Main phone number, as typed. */
  phone: Maybe<Scalars['String']['output']>;
  /** Projects done for this customer. */
  projects: Maybe<ProjectConnection>;
  /** Lines of purchase orders to this vendor. */
  purchaseOrderLines: Maybe<PurchaseOrderLineConnection>;
  /** Internal reference. */
  ref: Maybe<Scalars['String']['output']>;
  /** Sales orders of this customer. */
  saleOrders: Maybe<SaleOrderConnection>;
  /** Street, first line. */
  street: Maybe<Scalars['String']['output']>;
  /** Street, second line. */
  street2: Maybe<Scalars['String']['output']>;
  /** How many bills and purchases it had; greater than 0 for a vendor. */
  supplierRank: Maybe<Scalars['Int']['output']>;
  /** Tasks done for this customer. */
  tasks: Maybe<TaskConnection>;
  /** What was invoiced to the customer before tax, in `currency`. */
  totalInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** What the address is for. */
  type: Maybe<PartnerType>;
  /** Salesperson in charge of the partner. */
  user: Maybe<User>;
  /** Users of Odoo that this partner is. */
  users: Maybe<UserConnection>;
  /** Tax identification number. */
  vat: Maybe<Scalars['String']['output']>;
  /** Address of the web site. */
  website: Maybe<Scalars['String']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
  /** Postal code. */
  zip: Maybe<Scalars['String']['output']>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PartnerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PartnerOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerEmployeesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmployeeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<EmployeeOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerPagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PageOrder>>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerPurchaseOrderLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PurchaseOrderLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PurchaseOrderLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerSaleOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SaleOrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SaleOrderOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UserOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of Partner. */
export type PartnerAvg = {
  __typename?: 'PartnerAvg';
  /** Average of `customerRank`; null where the group has none. */
  customerRank: Maybe<Scalars['Decimal']['output']>;
  /** Average of `supplierRank`; null where the group has none. */
  supplierRank: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Partner. */
export type PartnerConnection = {
  __typename?: 'PartnerConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<PartnerEdge>;
  /** The records of the page. */
  nodes: Array<Partner>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Partner and its place in the list. */
export type PartnerEdge = {
  __typename?: 'PartnerEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Partner;
};

/** Which Partner records to list; conditions beside each other must all hold. */
export type PartnerFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<PartnerFilter>>;
  /** Condition on `buyer`. */
  buyer?: InputMaybe<UserFilter>;
  /** Condition on `city`. */
  city?: InputMaybe<StringFilter>;
  /** Condition on `comment`. */
  comment?: InputMaybe<StringFilter>;
  /** Condition on `commercialPartner`. */
  commercialPartner?: InputMaybe<PartnerFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `companyRegistry`. */
  companyRegistry?: InputMaybe<StringFilter>;
  /** Condition on `completeName`. */
  completeName?: InputMaybe<StringFilter>;
  /** Condition on `contacts`. */
  contacts?: InputMaybe<PartnerListFilter>;
  /** Condition on `country`. */
  country?: InputMaybe<CountryFilter>;
  /** Condition on `customerRank`. */
  customerRank?: InputMaybe<IntFilter>;
  /** Condition on `email`. */
  email?: InputMaybe<StringFilter>;
  /** Condition on `employees`. */
  employees?: InputMaybe<EmployeeListFilter>;
  /** Condition on `function`. */
  function?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `invoices`. */
  invoices?: InputMaybe<MoveListFilter>;
  /** Condition on `isCompany`. */
  isCompany?: InputMaybe<BooleanFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<PartnerFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<PartnerFilter>>;
  /** Condition on `parent`. */
  parent?: InputMaybe<PartnerFilter>;
  /** Condition on `phone`. */
  phone?: InputMaybe<StringFilter>;
  /** Condition on `projects`. */
  projects?: InputMaybe<ProjectListFilter>;
  /** Condition on `purchaseOrderLines`. */
  purchaseOrderLines?: InputMaybe<PurchaseOrderLineListFilter>;
  /** Condition on `ref`. */
  ref?: InputMaybe<StringFilter>;
  /** Condition on `saleOrders`. */
  saleOrders?: InputMaybe<SaleOrderListFilter>;
  /** Condition on `street`. */
  street?: InputMaybe<StringFilter>;
  /** Condition on `street2`. */
  street2?: InputMaybe<StringFilter>;
  /** Condition on `supplierRank`. */
  supplierRank?: InputMaybe<IntFilter>;
  /** Condition on `tasks`. */
  tasks?: InputMaybe<TaskListFilter>;
  /** Condition on `type`. */
  type?: InputMaybe<PartnerTypeFilter>;
  /** Condition on `user`. */
  user?: InputMaybe<UserFilter>;
  /** Condition on `users`. */
  users?: InputMaybe<UserListFilter>;
  /** Condition on `vat`. */
  vat?: InputMaybe<StringFilter>;
  /** Condition on `website`. */
  website?: InputMaybe<StringFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `zip`. */
  zip?: InputMaybe<StringFilter>;
};

/** A group of Partner records with equal keys. */
export type PartnerGroup = {
  __typename?: 'PartnerGroup';
  /** Averages over the group. */
  avg: PartnerAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: PartnerGroupKeys;
  /** Greatest values of the group. */
  max: PartnerMax;
  /** Smallest values of the group. */
  min: PartnerMin;
  /** Sums over the group. */
  sum: PartnerSum;
};

/** One key of a grouping of Partner. */
export type PartnerGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: PartnerGroupField;
};

/** Fields that Partner records can be grouped by. */
export type PartnerGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `buyer`. */
  | 'BUYER'
  /** By `city`. */
  | 'CITY'
  /** By `comment`. */
  | 'COMMENT'
  /** By `commercialPartner`. */
  | 'COMMERCIAL_PARTNER'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyRegistry`. */
  | 'COMPANY_REGISTRY'
  /** By `completeName`. */
  | 'COMPLETE_NAME'
  /** By `country`. */
  | 'COUNTRY'
  /** By `email`. */
  | 'EMAIL'
  /** By `function`. */
  | 'FUNCTION'
  /** By `isCompany`. */
  | 'IS_COMPANY'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `phone`. */
  | 'PHONE'
  /** By `ref`. */
  | 'REF'
  /** By `street`. */
  | 'STREET'
  /** By `street2`. */
  | 'STREET2'
  /** By `type`. */
  | 'TYPE'
  /** By `user`. */
  | 'USER'
  /** By `vat`. */
  | 'VAT'
  /** By `website`. */
  | 'WEBSITE'
  /** By `writeDate`. */
  | 'WRITE_DATE'
  /** By `zip`. */
  | 'ZIP';

/**
 * Keys of a group of Partner; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type PartnerGroupKeys = {
  __typename?: 'PartnerGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `buyer`; of a time, where its interval begins. */
  buyer: Maybe<User>;
  /** The common `city`; of a time, where its interval begins. */
  city: Maybe<Scalars['String']['output']>;
  /** The common `comment`; of a time, where its interval begins. */
  comment: Maybe<Scalars['String']['output']>;
  /** The common `commercialPartner`; of a time, where its interval begins. */
  commercialPartner: Maybe<Partner>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `companyRegistry`; of a time, where its interval begins. */
  companyRegistry: Maybe<Scalars['String']['output']>;
  /** The common `completeName`; of a time, where its interval begins. */
  completeName: Maybe<Scalars['String']['output']>;
  /** The common `country`; of a time, where its interval begins. */
  country: Maybe<Country>;
  /** The common `email`; of a time, where its interval begins. */
  email: Maybe<Scalars['String']['output']>;
  /** The common `function`; of a time, where its interval begins. */
  function: Maybe<Scalars['String']['output']>;
  /** The common `isCompany`; of a time, where its interval begins. */
  isCompany: Maybe<Scalars['Boolean']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `parent`; of a time, where its interval begins. */
  parent: Maybe<Partner>;
  /** The common `phone`; of a time, where its interval begins. */
  phone: Maybe<Scalars['String']['output']>;
  /** The common `ref`; of a time, where its interval begins. */
  ref: Maybe<Scalars['String']['output']>;
  /** The common `street`; of a time, where its interval begins. */
  street: Maybe<Scalars['String']['output']>;
  /** The common `street2`; of a time, where its interval begins. */
  street2: Maybe<Scalars['String']['output']>;
  /** The common `type`; of a time, where its interval begins. */
  type: Maybe<PartnerType>;
  /** The common `user`; of a time, where its interval begins. */
  user: Maybe<User>;
  /** The common `vat`; of a time, where its interval begins. */
  vat: Maybe<Scalars['String']['output']>;
  /** The common `website`; of a time, where its interval begins. */
  website: Maybe<Scalars['String']['output']>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `zip`; of a time, where its interval begins. */
  zip: Maybe<Scalars['String']['output']>;
};

/** One key of the order of groups of Partner. */
export type PartnerGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: PartnerGroupOrderField;
};

/** What groups of Partner can be ordered by. */
export type PartnerGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By the average of `customerRank`. */
  | 'AVG_CUSTOMER_RANK'
  /** By the average of `supplierRank`. */
  | 'AVG_SUPPLIER_RANK'
  /** By `buyer`. */
  | 'BUYER'
  /** By `city`. */
  | 'CITY'
  /** By `comment`. */
  | 'COMMENT'
  /** By `commercialPartner`. */
  | 'COMMERCIAL_PARTNER'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyRegistry`. */
  | 'COMPANY_REGISTRY'
  /** By `completeName`. */
  | 'COMPLETE_NAME'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `country`. */
  | 'COUNTRY'
  /** By `email`. */
  | 'EMAIL'
  /** By `function`. */
  | 'FUNCTION'
  /** By `isCompany`. */
  | 'IS_COMPANY'
  /** By the greatest `customerRank`. */
  | 'MAX_CUSTOMER_RANK'
  /** By the greatest `supplierRank`. */
  | 'MAX_SUPPLIER_RANK'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `customerRank`. */
  | 'MIN_CUSTOMER_RANK'
  /** By the smallest `supplierRank`. */
  | 'MIN_SUPPLIER_RANK'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `phone`. */
  | 'PHONE'
  /** By `ref`. */
  | 'REF'
  /** By `street`. */
  | 'STREET'
  /** By `street2`. */
  | 'STREET2'
  /** By the sum of `customerRank`. */
  | 'SUM_CUSTOMER_RANK'
  /** By the sum of `supplierRank`. */
  | 'SUM_SUPPLIER_RANK'
  /** By `type`. */
  | 'TYPE'
  /** By `user`. */
  | 'USER'
  /** By `vat`. */
  | 'VAT'
  /** By `website`. */
  | 'WEBSITE'
  /** By `writeDate`. */
  | 'WRITE_DATE'
  /** By `zip`. */
  | 'ZIP';

/** Some of the groups of Partner. */
export type PartnerGroupPage = {
  __typename?: 'PartnerGroupPage';
  /** The groups. */
  groups: Array<PartnerGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Partner below a record. */
export type PartnerListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<PartnerFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<PartnerFilter>;
};

/** Greatest of the numbers of a group of Partner. */
export type PartnerMax = {
  __typename?: 'PartnerMax';
  /** Greatest of `customerRank`; null where the group has none. */
  customerRank: Maybe<Scalars['Int']['output']>;
  /** Greatest of `supplierRank`; null where the group has none. */
  supplierRank: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Partner. */
export type PartnerMin = {
  __typename?: 'PartnerMin';
  /** Smallest of `customerRank`; null where the group has none. */
  customerRank: Maybe<Scalars['Int']['output']>;
  /** Smallest of `supplierRank`; null where the group has none. */
  supplierRank: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Partner. */
export type PartnerOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: PartnerOrderField;
};

/** Fields that a list of Partner can be ordered by. */
export type PartnerOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `buyer`. */
  | 'BUYER'
  /** By `city`. */
  | 'CITY'
  /** By `comment`. */
  | 'COMMENT'
  /** By `commercialPartner`. */
  | 'COMMERCIAL_PARTNER'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyRegistry`. */
  | 'COMPANY_REGISTRY'
  /** By `completeName`. */
  | 'COMPLETE_NAME'
  /** By `country`. */
  | 'COUNTRY'
  /** By `customerRank`. */
  | 'CUSTOMER_RANK'
  /** By `email`. */
  | 'EMAIL'
  /** By `function`. */
  | 'FUNCTION'
  /** By `id`. */
  | 'ID'
  /** By `isCompany`. */
  | 'IS_COMPANY'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `phone`. */
  | 'PHONE'
  /** By `ref`. */
  | 'REF'
  /** By `street`. */
  | 'STREET'
  /** By `street2`. */
  | 'STREET2'
  /** By `supplierRank`. */
  | 'SUPPLIER_RANK'
  /** By `type`. */
  | 'TYPE'
  /** By `user`. */
  | 'USER'
  /** By `vat`. */
  | 'VAT'
  /** By `website`. */
  | 'WEBSITE'
  /** By `writeDate`. */
  | 'WRITE_DATE'
  /** By `zip`. */
  | 'ZIP';

/** Sum of the numbers of a group of Partner. */
export type PartnerSum = {
  __typename?: 'PartnerSum';
  /** Sum of `customerRank`; null where the group has none. */
  customerRank: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `supplierRank`; null where the group has none. */
  supplierRank: Maybe<Scalars['Decimal']['output']>;
};

/** What the address of a partner is for. */
export type PartnerType =
  /** The person or company itself. */
  | 'CONTACT'
  /** Goods are delivered there. */
  | 'DELIVERY'
  /** Invoices are sent there. */
  | 'INVOICE'
  /** Another purpose. */
  | 'OTHER';

/** A condition on a PartnerType; null satisfies none but `isNull`. */
export type PartnerTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<PartnerType>;
  /** One of. */
  in?: InputMaybe<Array<PartnerType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PartnerType>;
  /** None of. */
  notIn?: InputMaybe<Array<PartnerType>>;
};

/** A piece of a page that was found for a question. */
export type Passage = {
  __typename?: 'Passage';
  /** The block that it begins with; null where that block is gone. */
  block: Maybe<Block>;
  /** The headings that it stands under; null at the top of its page. */
  heading: Maybe<Scalars['String']['output']>;
  /** When it was indexed. */
  indexedAt: Scalars['DateTime']['output'];
  /** Its place among those that hold the question's words, from 1; null where it holds none. */
  keywordRank: Maybe<Scalars['Int']['output']>;
  /** The page that it is of; null where that is gone by now. */
  page: Maybe<Page>;
  /** How well it answers: the sum of 1/(60 + rank) over the two ways in which it was found. */
  score: Scalars['Float']['output'];
  /** Its place among those near in meaning, from 1; null where it is not among the nearest. */
  semanticRank: Maybe<Scalars['Int']['output']>;
  /** What of it speaks to the question. */
  snippet: Scalars['String']['output'];
  /** The version of the page that was indexed: the page may have changed since. */
  version: Scalars['Int']['output'];
};


/** A piece of a page that was found for a question. */
export type PassageSnippetArgs = {
  highlight?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What `pauseSchedule` needs. */
export type PauseScheduleInput = {
  /** True pauses it, false lets it go on from its next due time. */
  paused?: InputMaybe<Scalars['Boolean']['input']>;
  /** The schedule's uuid. */
  scheduleId: Scalars['ID']['input'];
};

/** What `pauseSchedule` did. */
export type PauseSchedulePayload = {
  __typename?: 'PauseSchedulePayload';
  /** The schedule as it is now; null where it was refused. */
  schedule: Maybe<Schedule>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A payment received or sent. Owner: Odoo, model `account.payment`. */
export type Payment = Node & {
  __typename?: 'Payment';
  /** Amount, in `currency`; never negative. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Amount, in `companyCurrency`; negative where money goes out. */
  amountCompanyCurrencySigned: Maybe<Scalars['Decimal']['output']>;
  /** Amount, in `currency`; negative where money goes out. */
  amountSigned: Maybe<Scalars['Decimal']['output']>;
  /** Company that pays or is paid. */
  company: Maybe<Company>;
  /** Currency of the company's books. */
  companyCurrency: Maybe<Currency>;
  /** Currency of the amount. */
  currency: Maybe<Currency>;
  /** Accounting day. */
  date: Maybe<Scalars['Date']['output']>;
  /** Account that it balances, e.g. the receivable one. */
  destinationAccount: Maybe<Account>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Invoices and bills that it was registered for. */
  invoices: Maybe<MoveConnection>;
  /** Whether it is matched with a bank statement. */
  isMatched: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is reconciled with invoices or bills. */
  isReconciled: Maybe<Scalars['Boolean']['output']>;
  /** Whether it was sent, e.g. its check printed. */
  isSent: Maybe<Scalars['Boolean']['output']>;
  /** Bank or cash journal it is in. */
  journal: Maybe<Journal>;
  /** What it is for, as on the bank statement. */
  memo: Maybe<Scalars['String']['output']>;
  /** Journal entry of the payment; null where it has none. */
  move: Maybe<Move>;
  /** Number; null while it is a draft. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Account that holds it until the bank statement comes. */
  outstandingAccount: Maybe<Account>;
  /** Customer or vendor. */
  partner: Maybe<Partner>;
  /** Whether the other party is a customer or a vendor. */
  partnerType: Maybe<PaymentPartnerType>;
  /** Code of the payment method, e.g. `manual`. */
  paymentMethodCode: Maybe<Scalars['String']['output']>;
  /** Reference of the document it was paid by, e.g. the check number. */
  paymentReference: Maybe<Scalars['String']['output']>;
  /** Whether money comes in or goes out. */
  paymentType: Maybe<PaymentType>;
  /** Bills and refunds from vendors that it is reconciled with. */
  reconciledBills: Maybe<MoveConnection>;
  /** Invoices and refunds to customers that it is reconciled with. */
  reconciledInvoices: Maybe<MoveConnection>;
  /** Where the payment stands. */
  state: Maybe<PaymentState>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A payment received or sent. Owner: Odoo, model `account.payment`. */
export type PaymentInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A payment received or sent. Owner: Odoo, model `account.payment`. */
export type PaymentReconciledBillsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A payment received or sent. Owner: Odoo, model `account.payment`. */
export type PaymentReconciledInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of Payment. */
export type PaymentAvg = {
  __typename?: 'PaymentAvg';
  /** Average of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountCompanyCurrencySigned`; null where the group has none. */
  amountCompanyCurrencySigned: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Payment. */
export type PaymentConnection = {
  __typename?: 'PaymentConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<PaymentEdge>;
  /** The records of the page. */
  nodes: Array<Payment>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Payment and its place in the list. */
export type PaymentEdge = {
  __typename?: 'PaymentEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Payment;
};

/** Which Payment records to list; conditions beside each other must all hold. */
export type PaymentFilter = {
  /** Condition on `amount`. */
  amount?: InputMaybe<DecimalFilter>;
  /** Condition on `amountCompanyCurrencySigned`. */
  amountCompanyCurrencySigned?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<PaymentFilter>>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `companyCurrency`. */
  companyCurrency?: InputMaybe<CurrencyFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `date`. */
  date?: InputMaybe<DateFilter>;
  /** Condition on `destinationAccount`. */
  destinationAccount?: InputMaybe<AccountFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `invoices`. */
  invoices?: InputMaybe<MoveListFilter>;
  /** Condition on `isMatched`. */
  isMatched?: InputMaybe<BooleanFilter>;
  /** Condition on `isReconciled`. */
  isReconciled?: InputMaybe<BooleanFilter>;
  /** Condition on `isSent`. */
  isSent?: InputMaybe<BooleanFilter>;
  /** Condition on `journal`. */
  journal?: InputMaybe<JournalFilter>;
  /** Condition on `memo`. */
  memo?: InputMaybe<StringFilter>;
  /** Condition on `move`. */
  move?: InputMaybe<MoveFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<PaymentFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<PaymentFilter>>;
  /** Condition on `outstandingAccount`. */
  outstandingAccount?: InputMaybe<AccountFilter>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `partnerType`. */
  partnerType?: InputMaybe<PaymentPartnerTypeFilter>;
  /** Condition on `paymentMethodCode`. */
  paymentMethodCode?: InputMaybe<StringFilter>;
  /** Condition on `paymentReference`. */
  paymentReference?: InputMaybe<StringFilter>;
  /** Condition on `paymentType`. */
  paymentType?: InputMaybe<PaymentTypeFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<PaymentStateFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Payment records with equal keys. */
export type PaymentGroup = {
  __typename?: 'PaymentGroup';
  /** Averages over the group. */
  avg: PaymentAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: PaymentGroupKeys;
  /** Greatest values of the group. */
  max: PaymentMax;
  /** Smallest values of the group. */
  min: PaymentMin;
  /** Sums over the group. */
  sum: PaymentSum;
};

/** One key of a grouping of Payment. */
export type PaymentGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: PaymentGroupField;
};

/** Fields that Payment records can be grouped by. */
export type PaymentGroupField =
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `destinationAccount`. */
  | 'DESTINATION_ACCOUNT'
  /** By `invoices`. */
  | 'INVOICES'
  /** By `isMatched`. */
  | 'IS_MATCHED'
  /** By `isReconciled`. */
  | 'IS_RECONCILED'
  /** By `isSent`. */
  | 'IS_SENT'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `memo`. */
  | 'MEMO'
  /** By `move`. */
  | 'MOVE'
  /** By `name`. */
  | 'NAME'
  /** By `outstandingAccount`. */
  | 'OUTSTANDING_ACCOUNT'
  /** By `partner`. */
  | 'PARTNER'
  /** By `partnerType`. */
  | 'PARTNER_TYPE'
  /** By `paymentMethodCode`. */
  | 'PAYMENT_METHOD_CODE'
  /** By `paymentReference`. */
  | 'PAYMENT_REFERENCE'
  /** By `paymentType`. */
  | 'PAYMENT_TYPE'
  /** By `state`. */
  | 'STATE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Payment; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type PaymentGroupKeys = {
  __typename?: 'PaymentGroupKeys';
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `companyCurrency`; of a time, where its interval begins. */
  companyCurrency: Maybe<Currency>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `date`; of a time, where its interval begins. */
  date: Maybe<Scalars['Date']['output']>;
  /** The common `destinationAccount`; of a time, where its interval begins. */
  destinationAccount: Maybe<Account>;
  /** The common `invoices`; of a time, where its interval begins. */
  invoices: Maybe<Move>;
  /** The common `isMatched`; of a time, where its interval begins. */
  isMatched: Maybe<Scalars['Boolean']['output']>;
  /** The common `isReconciled`; of a time, where its interval begins. */
  isReconciled: Maybe<Scalars['Boolean']['output']>;
  /** The common `isSent`; of a time, where its interval begins. */
  isSent: Maybe<Scalars['Boolean']['output']>;
  /** The common `journal`; of a time, where its interval begins. */
  journal: Maybe<Journal>;
  /** The common `memo`; of a time, where its interval begins. */
  memo: Maybe<Scalars['String']['output']>;
  /** The common `move`; of a time, where its interval begins. */
  move: Maybe<Move>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `outstandingAccount`; of a time, where its interval begins. */
  outstandingAccount: Maybe<Account>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `partnerType`; of a time, where its interval begins. */
  partnerType: Maybe<PaymentPartnerType>;
  /** The common `paymentMethodCode`; of a time, where its interval begins. */
  paymentMethodCode: Maybe<Scalars['String']['output']>;
  /** The common `paymentReference`; of a time, where its interval begins. */
  paymentReference: Maybe<Scalars['String']['output']>;
  /** The common `paymentType`; of a time, where its interval begins. */
  paymentType: Maybe<PaymentType>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<PaymentState>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Payment. */
export type PaymentGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: PaymentGroupOrderField;
};

/** What groups of Payment can be ordered by. */
export type PaymentGroupOrderField =
  /** By the average of `amount`. */
  | 'AVG_AMOUNT'
  /** By the average of `amountCompanyCurrencySigned`. */
  | 'AVG_AMOUNT_COMPANY_CURRENCY_SIGNED'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `destinationAccount`. */
  | 'DESTINATION_ACCOUNT'
  /** By `invoices`. */
  | 'INVOICES'
  /** By `isMatched`. */
  | 'IS_MATCHED'
  /** By `isReconciled`. */
  | 'IS_RECONCILED'
  /** By `isSent`. */
  | 'IS_SENT'
  /** By `journal`. */
  | 'JOURNAL'
  /** By the greatest `amount`. */
  | 'MAX_AMOUNT'
  /** By the greatest `amountCompanyCurrencySigned`. */
  | 'MAX_AMOUNT_COMPANY_CURRENCY_SIGNED'
  /** By the greatest `date`. */
  | 'MAX_DATE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By `memo`. */
  | 'MEMO'
  /** By the smallest `amount`. */
  | 'MIN_AMOUNT'
  /** By the smallest `amountCompanyCurrencySigned`. */
  | 'MIN_AMOUNT_COMPANY_CURRENCY_SIGNED'
  /** By the smallest `date`. */
  | 'MIN_DATE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `move`. */
  | 'MOVE'
  /** By `name`. */
  | 'NAME'
  /** By `outstandingAccount`. */
  | 'OUTSTANDING_ACCOUNT'
  /** By `partner`. */
  | 'PARTNER'
  /** By `partnerType`. */
  | 'PARTNER_TYPE'
  /** By `paymentMethodCode`. */
  | 'PAYMENT_METHOD_CODE'
  /** By `paymentReference`. */
  | 'PAYMENT_REFERENCE'
  /** By `paymentType`. */
  | 'PAYMENT_TYPE'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `amount`. */
  | 'SUM_AMOUNT'
  /** By the sum of `amountCompanyCurrencySigned`. */
  | 'SUM_AMOUNT_COMPANY_CURRENCY_SIGNED'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Payment. */
export type PaymentGroupPage = {
  __typename?: 'PaymentGroupPage';
  /** The groups. */
  groups: Array<PaymentGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Payment below a record. */
export type PaymentListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<PaymentFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<PaymentFilter>;
};

/** Greatest of the numbers of a group of Payment. */
export type PaymentMax = {
  __typename?: 'PaymentMax';
  /** Greatest of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountCompanyCurrencySigned`; null where the group has none. */
  amountCompanyCurrencySigned: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Payment. */
export type PaymentMin = {
  __typename?: 'PaymentMin';
  /** Smallest of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountCompanyCurrencySigned`; null where the group has none. */
  amountCompanyCurrencySigned: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Payment. */
export type PaymentOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: PaymentOrderField;
};

/** Fields that a list of Payment can be ordered by. */
export type PaymentOrderField =
  /** By `amount`. */
  | 'AMOUNT'
  /** By `amountCompanyCurrencySigned`. */
  | 'AMOUNT_COMPANY_CURRENCY_SIGNED'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `id`. */
  | 'ID'
  /** By `isMatched`. */
  | 'IS_MATCHED'
  /** By `isReconciled`. */
  | 'IS_RECONCILED'
  /** By `isSent`. */
  | 'IS_SENT'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `memo`. */
  | 'MEMO'
  /** By `move`. */
  | 'MOVE'
  /** By `name`. */
  | 'NAME'
  /** By `partner`. */
  | 'PARTNER'
  /** By `partnerType`. */
  | 'PARTNER_TYPE'
  /** By `paymentMethodCode`. */
  | 'PAYMENT_METHOD_CODE'
  /** By `paymentReference`. */
  | 'PAYMENT_REFERENCE'
  /** By `paymentType`. */
  | 'PAYMENT_TYPE'
  /** By `state`. */
  | 'STATE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Which side the other party of a payment is on. */
export type PaymentPartnerType =
  /** A customer. */
  | 'CUSTOMER'
  /** A vendor. */
  | 'SUPPLIER';

/** A condition on a PaymentPartnerType; null satisfies none but `isNull`. */
export type PaymentPartnerTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<PaymentPartnerType>;
  /** One of. */
  in?: InputMaybe<Array<PaymentPartnerType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PaymentPartnerType>;
  /** None of. */
  notIn?: InputMaybe<Array<PaymentPartnerType>>;
};

/** Life cycle of a payment. */
export type PaymentState =
  /** Cancelled. */
  | 'CANCELED'
  /** Not yet confirmed. */
  | 'DRAFT'
  /** Confirmed, and not yet seen on a bank statement. */
  | 'IN_PROCESS'
  /** Paid. */
  | 'PAID'
  /** Rejected by the bank or the other party. */
  | 'REJECTED';

/** A condition on a PaymentState; null satisfies none but `isNull`. */
export type PaymentStateFilter = {
  /** Equal to. */
  eq?: InputMaybe<PaymentState>;
  /** One of. */
  in?: InputMaybe<Array<PaymentState>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PaymentState>;
  /** None of. */
  notIn?: InputMaybe<Array<PaymentState>>;
};

/** Sum of the numbers of a group of Payment. */
export type PaymentSum = {
  __typename?: 'PaymentSum';
  /** Sum of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountCompanyCurrencySigned`; null where the group has none. */
  amountCompanyCurrencySigned: Maybe<Scalars['Decimal']['output']>;
};

/** Which way the money of a payment goes. */
export type PaymentType =
  /** It is received. */
  | 'INBOUND'
  /** It is sent. */
  | 'OUTBOUND';

/** A condition on a PaymentType; null satisfies none but `isNull`. */
export type PaymentTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<PaymentType>;
  /** One of. */
  in?: InputMaybe<Array<PaymentType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PaymentType>;
  /** None of. */
  notIn?: InputMaybe<Array<PaymentType>>;
};

/** That a user is a member of a space, and what it may do there. Owner: the workspace, table `work.permissions`. */
export type Permission = Node & {
  __typename?: 'Permission';
  /** When the user became a member. */
  createdAt: Scalars['DateTime']['output'];
  /** The permission's uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** What the user may do in the space. */
  role: SpaceRole;
  /** The space. */
  space: Maybe<Space>;
  /** When the role last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Uuid of the user. */
  userId: Scalars['ID']['output'];
};

/** What a permission is about. */
export type PermissionAction =
  /** To read rows or records. */
  | 'READ'
  /** To change them. */
  | 'WRITE';

/** A condition on a PermissionAction; null satisfies none but `isNull`. */
export type PermissionActionFilter = {
  /** Equal to. */
  eq?: InputMaybe<PermissionAction>;
  /** One of. */
  in?: InputMaybe<Array<PermissionAction>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PermissionAction>;
  /** None of. */
  notIn?: InputMaybe<Array<PermissionAction>>;
};

/** A page of a list of Permission. */
export type PermissionConnection = {
  __typename?: 'PermissionConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<PermissionEdge>;
  /** The records of the page. */
  nodes: Array<Permission>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Permission and its place in the list. */
export type PermissionEdge = {
  __typename?: 'PermissionEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Permission;
};

/** Whether the asking viewer may do something, and why. */
export type PermissionExplanation = {
  __typename?: 'PermissionExplanation';
  /** What it would do: `READ` or `WRITE`. */
  action: PermissionAction;
  /** Whether the doctrine lets the viewer. */
  allowed: Scalars['Boolean']['output'];
  /** The code that a request would be answered with; null where it is allowed. */
  code: Maybe<Scalars['String']['output']>;
  /** What was asked about. */
  coordinate: Scalars['String']['output'];
  /** The SQL functions that it calls; null where it calls none, and reads rows alone. */
  functions: Maybe<Array<CalledFunction>>;
  /** The line of the doctrine that decides, e.g. `ssot/doctrine.yaml:57`. */
  line: Scalars['String']['output'];
  /** A sentence that says why. */
  reason: Scalars['String']['output'];
};

/** Which Permission records to list; conditions beside each other must all hold. */
export type PermissionFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<PermissionFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<PermissionFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<PermissionFilter>>;
  /** Condition on `role`. */
  role?: InputMaybe<SpaceRoleFilter>;
  /** Condition on `space`. */
  space?: InputMaybe<SpaceFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `userId`. */
  userId?: InputMaybe<IdFilter>;
};

/** A condition on a list of Permission below a record. */
export type PermissionListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<PermissionFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<PermissionFilter>;
};

/** One key of the order of a list of Permission. */
export type PermissionOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: PermissionOrderField;
};

/** Fields that a list of Permission can be ordered by. */
export type PermissionOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `role`. */
  | 'ROLE'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `userId`. */
  | 'USER_ID';

/** A product variant: the thing or service that is sold, bought or stocked. Owner: Odoo, model `product.product`. */
export type Product = Node & {
  __typename?: 'Product';
  /** Whether it is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Barcode. */
  barcode: Maybe<Scalars['String']['output']>;
  /** Category. */
  category: Maybe<ProductCategory>;
  /** Company that alone uses it; null where all do. */
  company: Maybe<Company>;
  /** Currency of the cost. */
  costCurrency: Maybe<Currency>;
  /** Currency of the sales price. */
  currency: Maybe<Currency>;
  /** Internal reference. */
  defaultCode: Maybe<Scalars['String']['output']>;
  /** Text for customers, copied to sales orders and invoices. */
  descriptionSale: Maybe<Scalars['String']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Account of its purchases; null where the category's holds. */
  expenseAccount: Maybe<Account>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Account of its sales; null where the category's holds. */
  incomeAccount: Maybe<Account>;
  /** Whether it is marked as a favourite. */
  isFavorite: Maybe<Scalars['Boolean']['output']>;
  /** Price of the template for one `unit` before tax, in `currency`. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Sales price of this variant for one `unit` before tax, in `currency`. */
  lstPrice: Maybe<Scalars['Decimal']['output']>;
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Whether it can be bought. */
  purchaseOk: Maybe<Scalars['Boolean']['output']>;
  /** Lines of purchase orders for it. */
  purchaseOrderLines: Maybe<PurchaseOrderLineConnection>;
  /** Quantity bought in the last 365 days, in `unit`. */
  purchasedProductQty: Maybe<Scalars['Decimal']['output']>;
  /** Quantity on hand, in `unit`. */
  qtyAvailable: Maybe<Scalars['Decimal']['output']>;
  /** Whether it can be sold. */
  saleOk: Maybe<Scalars['Boolean']['output']>;
  /** Quantity sold in the last 365 days, in `unit`. */
  salesCount: Maybe<Scalars['Decimal']['output']>;
  /** Cost of one `unit`, in `costCurrency`. */
  standardPrice: Maybe<Scalars['Decimal']['output']>;
  /** The product that this is a variant of. */
  template: Maybe<ProductTemplate>;
  /** Whether it is a thing, a service or a choice of others. */
  type: Maybe<ProductType>;
  /** Unit that it is stocked and sold in. */
  unit: Maybe<Unit>;
  /** Volume of one `unit`, in cubic metres or cubic feet as Odoo's settings say. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Weight of one `unit`, in kilograms or pounds as Odoo's settings say. */
  weight: Maybe<Scalars['Decimal']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A product variant: the thing or service that is sold, bought or stocked. Owner: Odoo, model `product.product`. */
export type ProductPurchaseOrderLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PurchaseOrderLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PurchaseOrderLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of Product. */
export type ProductAvg = {
  __typename?: 'ProductAvg';
  /** Average of `listPrice`; null where the group has none. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Average of `standardPrice`; null where the group has none. */
  standardPrice: Maybe<Scalars['Decimal']['output']>;
  /** Average of `volume`; null where the group has none. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Average of `weight`; null where the group has none. */
  weight: Maybe<Scalars['Decimal']['output']>;
};

/** A category of products. Owner: Odoo, model `product.category`. */
export type ProductCategory = Node & {
  __typename?: 'ProductCategory';
  /** Categories below it. */
  children: Maybe<ProductCategoryConnection>;
  /** Name with those of the categories above it, e.g. `Goods / Office`. */
  completeName: Maybe<Scalars['String']['output']>;
  /** How the cost of its products is found. */
  costMethod: Maybe<CostMethod>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Account of the purchases of its products. */
  expenseAccount: Maybe<Account>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Account of the sales of its products. */
  incomeAccount: Maybe<Account>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The category above it. */
  parent: Maybe<ProductCategory>;
  /** How many products it has, those of the categories below it included. */
  productCount: Maybe<Scalars['Int']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A category of products. Owner: Odoo, model `product.category`. */
export type ProductCategoryChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductCategoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProductCategoryOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a list of ProductCategory. */
export type ProductCategoryConnection = {
  __typename?: 'ProductCategoryConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ProductCategoryEdge>;
  /** The records of the page. */
  nodes: Array<ProductCategory>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A ProductCategory and its place in the list. */
export type ProductCategoryEdge = {
  __typename?: 'ProductCategoryEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: ProductCategory;
};

/** Which ProductCategory records to list; conditions beside each other must all hold. */
export type ProductCategoryFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ProductCategoryFilter>>;
  /** Condition on `children`. */
  children?: InputMaybe<ProductCategoryListFilter>;
  /** Condition on `completeName`. */
  completeName?: InputMaybe<StringFilter>;
  /** Condition on `costMethod`. */
  costMethod?: InputMaybe<CostMethodFilter>;
  /** Condition on `expenseAccount`. */
  expenseAccount?: InputMaybe<AccountFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `incomeAccount`. */
  incomeAccount?: InputMaybe<AccountFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<ProductCategoryFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ProductCategoryFilter>>;
  /** Condition on `parent`. */
  parent?: InputMaybe<ProductCategoryFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of ProductCategory records with equal keys. */
export type ProductCategoryGroup = {
  __typename?: 'ProductCategoryGroup';
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: ProductCategoryGroupKeys;
  /** Greatest values of the group. */
  max: ProductCategoryMax;
  /** Smallest values of the group. */
  min: ProductCategoryMin;
};

/** One key of a grouping of ProductCategory. */
export type ProductCategoryGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: ProductCategoryGroupField;
};

/** Fields that ProductCategory records can be grouped by. */
export type ProductCategoryGroupField =
  /** By `completeName`. */
  | 'COMPLETE_NAME'
  /** By `costMethod`. */
  | 'COST_METHOD'
  /** By `expenseAccount`. */
  | 'EXPENSE_ACCOUNT'
  /** By `incomeAccount`. */
  | 'INCOME_ACCOUNT'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of ProductCategory; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type ProductCategoryGroupKeys = {
  __typename?: 'ProductCategoryGroupKeys';
  /** The common `completeName`; of a time, where its interval begins. */
  completeName: Maybe<Scalars['String']['output']>;
  /** The common `costMethod`; of a time, where its interval begins. */
  costMethod: Maybe<CostMethod>;
  /** The common `expenseAccount`; of a time, where its interval begins. */
  expenseAccount: Maybe<Account>;
  /** The common `incomeAccount`; of a time, where its interval begins. */
  incomeAccount: Maybe<Account>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `parent`; of a time, where its interval begins. */
  parent: Maybe<ProductCategory>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of ProductCategory. */
export type ProductCategoryGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: ProductCategoryGroupOrderField;
};

/** What groups of ProductCategory can be ordered by. */
export type ProductCategoryGroupOrderField =
  /** By `completeName`. */
  | 'COMPLETE_NAME'
  /** By `costMethod`. */
  | 'COST_METHOD'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `expenseAccount`. */
  | 'EXPENSE_ACCOUNT'
  /** By `incomeAccount`. */
  | 'INCOME_ACCOUNT'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of ProductCategory. */
export type ProductCategoryGroupPage = {
  __typename?: 'ProductCategoryGroupPage';
  /** The groups. */
  groups: Array<ProductCategoryGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of ProductCategory below a record. */
export type ProductCategoryListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ProductCategoryFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ProductCategoryFilter>;
};

/** Greatest of the numbers of a group of ProductCategory. */
export type ProductCategoryMax = {
  __typename?: 'ProductCategoryMax';
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of ProductCategory. */
export type ProductCategoryMin = {
  __typename?: 'ProductCategoryMin';
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of ProductCategory. */
export type ProductCategoryOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ProductCategoryOrderField;
};

/** Fields that a list of ProductCategory can be ordered by. */
export type ProductCategoryOrderField =
  /** By `completeName`. */
  | 'COMPLETE_NAME'
  /** By `costMethod`. */
  | 'COST_METHOD'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** A page of a list of Product. */
export type ProductConnection = {
  __typename?: 'ProductConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ProductEdge>;
  /** The records of the page. */
  nodes: Array<Product>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Product and its place in the list. */
export type ProductEdge = {
  __typename?: 'ProductEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Product;
};

/** Which Product records to list; conditions beside each other must all hold. */
export type ProductFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<ProductFilter>>;
  /** Condition on `barcode`. */
  barcode?: InputMaybe<StringFilter>;
  /** Condition on `category`. */
  category?: InputMaybe<ProductCategoryFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `defaultCode`. */
  defaultCode?: InputMaybe<StringFilter>;
  /** Condition on `descriptionSale`. */
  descriptionSale?: InputMaybe<StringFilter>;
  /** Condition on `expenseAccount`. */
  expenseAccount?: InputMaybe<AccountFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `incomeAccount`. */
  incomeAccount?: InputMaybe<AccountFilter>;
  /** Condition on `isFavorite`. */
  isFavorite?: InputMaybe<BooleanFilter>;
  /** Condition on `listPrice`. */
  listPrice?: InputMaybe<DecimalFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<ProductFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ProductFilter>>;
  /** Condition on `purchaseOk`. */
  purchaseOk?: InputMaybe<BooleanFilter>;
  /** Condition on `purchaseOrderLines`. */
  purchaseOrderLines?: InputMaybe<PurchaseOrderLineListFilter>;
  /** Condition on `qtyAvailable`. */
  qtyAvailable?: InputMaybe<DecimalFilter>;
  /** Condition on `saleOk`. */
  saleOk?: InputMaybe<BooleanFilter>;
  /** Condition on `standardPrice`. */
  standardPrice?: InputMaybe<DecimalFilter>;
  /** Condition on `template`. */
  template?: InputMaybe<ProductTemplateFilter>;
  /** Condition on `type`. */
  type?: InputMaybe<ProductTypeFilter>;
  /** Condition on `unit`. */
  unit?: InputMaybe<UnitFilter>;
  /** Condition on `volume`. */
  volume?: InputMaybe<DecimalFilter>;
  /** Condition on `weight`. */
  weight?: InputMaybe<DecimalFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Product records with equal keys. */
export type ProductGroup = {
  __typename?: 'ProductGroup';
  /** Averages over the group. */
  avg: ProductAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: ProductGroupKeys;
  /** Greatest values of the group. */
  max: ProductMax;
  /** Smallest values of the group. */
  min: ProductMin;
  /** Sums over the group. */
  sum: ProductSum;
};

/** One key of a grouping of Product. */
export type ProductGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: ProductGroupField;
};

/** Fields that Product records can be grouped by. */
export type ProductGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `barcode`. */
  | 'BARCODE'
  /** By `category`. */
  | 'CATEGORY'
  /** By `company`. */
  | 'COMPANY'
  /** By `defaultCode`. */
  | 'DEFAULT_CODE'
  /** By `descriptionSale`. */
  | 'DESCRIPTION_SALE'
  /** By `expenseAccount`. */
  | 'EXPENSE_ACCOUNT'
  /** By `incomeAccount`. */
  | 'INCOME_ACCOUNT'
  /** By `isFavorite`. */
  | 'IS_FAVORITE'
  /** By `name`. */
  | 'NAME'
  /** By `purchaseOk`. */
  | 'PURCHASE_OK'
  /** By `saleOk`. */
  | 'SALE_OK'
  /** By `template`. */
  | 'TEMPLATE'
  /** By `type`. */
  | 'TYPE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Product; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type ProductGroupKeys = {
  __typename?: 'ProductGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `barcode`; of a time, where its interval begins. */
  barcode: Maybe<Scalars['String']['output']>;
  /** The common `category`; of a time, where its interval begins. */
  category: Maybe<ProductCategory>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `defaultCode`; of a time, where its interval begins. */
  defaultCode: Maybe<Scalars['String']['output']>;
  /** The common `descriptionSale`; of a time, where its interval begins. */
  descriptionSale: Maybe<Scalars['String']['output']>;
  /** The common `expenseAccount`; of a time, where its interval begins. */
  expenseAccount: Maybe<Account>;
  /** The common `incomeAccount`; of a time, where its interval begins. */
  incomeAccount: Maybe<Account>;
  /** The common `isFavorite`; of a time, where its interval begins. */
  isFavorite: Maybe<Scalars['Boolean']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `purchaseOk`; of a time, where its interval begins. */
  purchaseOk: Maybe<Scalars['Boolean']['output']>;
  /** The common `saleOk`; of a time, where its interval begins. */
  saleOk: Maybe<Scalars['Boolean']['output']>;
  /** The common `template`; of a time, where its interval begins. */
  template: Maybe<ProductTemplate>;
  /** The common `type`; of a time, where its interval begins. */
  type: Maybe<ProductType>;
  /** The common `unit`; of a time, where its interval begins. */
  unit: Maybe<Unit>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Product. */
export type ProductGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: ProductGroupOrderField;
};

/** What groups of Product can be ordered by. */
export type ProductGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By the average of `listPrice`. */
  | 'AVG_LIST_PRICE'
  /** By the average of `standardPrice`. */
  | 'AVG_STANDARD_PRICE'
  /** By the average of `volume`. */
  | 'AVG_VOLUME'
  /** By the average of `weight`. */
  | 'AVG_WEIGHT'
  /** By `barcode`. */
  | 'BARCODE'
  /** By `category`. */
  | 'CATEGORY'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `defaultCode`. */
  | 'DEFAULT_CODE'
  /** By `descriptionSale`. */
  | 'DESCRIPTION_SALE'
  /** By `expenseAccount`. */
  | 'EXPENSE_ACCOUNT'
  /** By `incomeAccount`. */
  | 'INCOME_ACCOUNT'
  /** By `isFavorite`. */
  | 'IS_FAVORITE'
  /** By the greatest `listPrice`. */
  | 'MAX_LIST_PRICE'
  /** By the greatest `standardPrice`. */
  | 'MAX_STANDARD_PRICE'
  /** By the greatest `volume`. */
  | 'MAX_VOLUME'
  /** By the greatest `weight`. */
  | 'MAX_WEIGHT'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `listPrice`. */
  | 'MIN_LIST_PRICE'
  /** By the smallest `standardPrice`. */
  | 'MIN_STANDARD_PRICE'
  /** By the smallest `volume`. */
  | 'MIN_VOLUME'
  /** By the smallest `weight`. */
  | 'MIN_WEIGHT'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `purchaseOk`. */
  | 'PURCHASE_OK'
  /** By `saleOk`. */
  | 'SALE_OK'
  /** By the sum of `listPrice`. */
  | 'SUM_LIST_PRICE'
  /** By the sum of `standardPrice`. */
  | 'SUM_STANDARD_PRICE'
  /** By the sum of `volume`. */
  | 'SUM_VOLUME'
  /** By the sum of `weight`. */
  | 'SUM_WEIGHT'
  /** By `template`. */
  | 'TEMPLATE'
  /** By `type`. */
  | 'TYPE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Product. */
export type ProductGroupPage = {
  __typename?: 'ProductGroupPage';
  /** The groups. */
  groups: Array<ProductGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Product below a record. */
export type ProductListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ProductFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ProductFilter>;
};

/** Greatest of the numbers of a group of Product. */
export type ProductMax = {
  __typename?: 'ProductMax';
  /** Greatest of `listPrice`; null where the group has none. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `standardPrice`; null where the group has none. */
  standardPrice: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `volume`; null where the group has none. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `weight`; null where the group has none. */
  weight: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Product. */
export type ProductMin = {
  __typename?: 'ProductMin';
  /** Smallest of `listPrice`; null where the group has none. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `standardPrice`; null where the group has none. */
  standardPrice: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `volume`; null where the group has none. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `weight`; null where the group has none. */
  weight: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Product. */
export type ProductOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ProductOrderField;
};

/** Fields that a list of Product can be ordered by. */
export type ProductOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `barcode`. */
  | 'BARCODE'
  /** By `category`. */
  | 'CATEGORY'
  /** By `company`. */
  | 'COMPANY'
  /** By `defaultCode`. */
  | 'DEFAULT_CODE'
  /** By `descriptionSale`. */
  | 'DESCRIPTION_SALE'
  /** By `id`. */
  | 'ID'
  /** By `isFavorite`. */
  | 'IS_FAVORITE'
  /** By `listPrice`. */
  | 'LIST_PRICE'
  /** By `name`. */
  | 'NAME'
  /** By `purchaseOk`. */
  | 'PURCHASE_OK'
  /** By `saleOk`. */
  | 'SALE_OK'
  /** By `standardPrice`. */
  | 'STANDARD_PRICE'
  /** By `template`. */
  | 'TEMPLATE'
  /** By `type`. */
  | 'TYPE'
  /** By `unit`. */
  | 'UNIT'
  /** By `volume`. */
  | 'VOLUME'
  /** By `weight`. */
  | 'WEIGHT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of Product. */
export type ProductSum = {
  __typename?: 'ProductSum';
  /** Sum of `listPrice`; null where the group has none. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `standardPrice`; null where the group has none. */
  standardPrice: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `volume`; null where the group has none. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `weight`; null where the group has none. */
  weight: Maybe<Scalars['Decimal']['output']>;
};

/** A product, with all of its variants. Owner: Odoo, model `product.template`. */
export type ProductTemplate = Node & {
  __typename?: 'ProductTemplate';
  /** Whether it is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Barcode; null where it has several variants. */
  barcode: Maybe<Scalars['String']['output']>;
  /** Category. */
  category: Maybe<ProductCategory>;
  /** Company that alone uses it; null where all do. */
  company: Maybe<Company>;
  /** Currency of the cost. */
  costCurrency: Maybe<Currency>;
  /** Currency of the sales price. */
  currency: Maybe<Currency>;
  /** Internal reference; null where it has several variants. */
  defaultCode: Maybe<Scalars['String']['output']>;
  /** Text for vendors, copied to purchase orders. */
  descriptionPurchase: Maybe<Scalars['String']['output']>;
  /** Text for customers, copied to sales orders and invoices. */
  descriptionSale: Maybe<Scalars['String']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Account of its purchases; null where the category's holds. */
  expenseAccount: Maybe<Account>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Account of its sales; null where the category's holds. */
  incomeAccount: Maybe<Account>;
  /** Which quantity is invoiced to customers. */
  invoicePolicy: Maybe<InvoicePolicy>;
  /** Whether it is marked as a favourite. */
  isFavorite: Maybe<Scalars['Boolean']['output']>;
  /** Sales price of one `unit` before tax, in `currency`. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Products that are offered beside it. */
  optionalProducts: Maybe<ProductTemplateConnection>;
  /** How many variants it has. */
  productVariantCount: Maybe<Scalars['Int']['output']>;
  /** Which quantity vendors' bills are checked against. */
  purchaseMethod: Maybe<PurchaseMethod>;
  /** Whether it can be bought. */
  purchaseOk: Maybe<Scalars['Boolean']['output']>;
  /** Quantity on hand of all variants, in `unit`. */
  qtyAvailable: Maybe<Scalars['Decimal']['output']>;
  /** Who is told of what happens to it, e.g. on receipts. */
  responsible: Maybe<User>;
  /** Whether it can be sold. */
  saleOk: Maybe<Scalars['Boolean']['output']>;
  /** Cost of one `unit`, in `costCurrency`; 0 where it has several variants. */
  standardPrice: Maybe<Scalars['Decimal']['output']>;
  /** Whether it is a thing, a service or a choice of others. */
  type: Maybe<ProductType>;
  /** Unit that it is stocked and sold in. */
  unit: Maybe<Unit>;
  /** Its variants. */
  variants: Maybe<ProductConnection>;
  /** Volume of one `unit`, in cubic metres or cubic feet as Odoo's settings say. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Weight of one `unit`, in kilograms or pounds as Odoo's settings say. */
  weight: Maybe<Scalars['Decimal']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A product, with all of its variants. Owner: Odoo, model `product.template`. */
export type ProductTemplateOptionalProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductTemplateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProductTemplateOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A product, with all of its variants. Owner: Odoo, model `product.template`. */
export type ProductTemplateVariantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProductOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of ProductTemplate. */
export type ProductTemplateAvg = {
  __typename?: 'ProductTemplateAvg';
  /** Average of `listPrice`; null where the group has none. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Average of `volume`; null where the group has none. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Average of `weight`; null where the group has none. */
  weight: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of ProductTemplate. */
export type ProductTemplateConnection = {
  __typename?: 'ProductTemplateConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ProductTemplateEdge>;
  /** The records of the page. */
  nodes: Array<ProductTemplate>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A ProductTemplate and its place in the list. */
export type ProductTemplateEdge = {
  __typename?: 'ProductTemplateEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: ProductTemplate;
};

/** Which ProductTemplate records to list; conditions beside each other must all hold. */
export type ProductTemplateFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<ProductTemplateFilter>>;
  /** Condition on `barcode`. */
  barcode?: InputMaybe<StringFilter>;
  /** Condition on `category`. */
  category?: InputMaybe<ProductCategoryFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `defaultCode`. */
  defaultCode?: InputMaybe<StringFilter>;
  /** Condition on `descriptionPurchase`. */
  descriptionPurchase?: InputMaybe<StringFilter>;
  /** Condition on `descriptionSale`. */
  descriptionSale?: InputMaybe<StringFilter>;
  /** Condition on `expenseAccount`. */
  expenseAccount?: InputMaybe<AccountFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `incomeAccount`. */
  incomeAccount?: InputMaybe<AccountFilter>;
  /** Condition on `invoicePolicy`. */
  invoicePolicy?: InputMaybe<InvoicePolicyFilter>;
  /** Condition on `isFavorite`. */
  isFavorite?: InputMaybe<BooleanFilter>;
  /** Condition on `listPrice`. */
  listPrice?: InputMaybe<DecimalFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<ProductTemplateFilter>;
  /** Condition on `optionalProducts`. */
  optionalProducts?: InputMaybe<ProductTemplateListFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ProductTemplateFilter>>;
  /** Condition on `purchaseMethod`. */
  purchaseMethod?: InputMaybe<PurchaseMethodFilter>;
  /** Condition on `purchaseOk`. */
  purchaseOk?: InputMaybe<BooleanFilter>;
  /** Condition on `qtyAvailable`. */
  qtyAvailable?: InputMaybe<DecimalFilter>;
  /** Condition on `responsible`. */
  responsible?: InputMaybe<UserFilter>;
  /** Condition on `saleOk`. */
  saleOk?: InputMaybe<BooleanFilter>;
  /** Condition on `standardPrice`. */
  standardPrice?: InputMaybe<DecimalFilter>;
  /** Condition on `type`. */
  type?: InputMaybe<ProductTypeFilter>;
  /** Condition on `unit`. */
  unit?: InputMaybe<UnitFilter>;
  /** Condition on `variants`. */
  variants?: InputMaybe<ProductListFilter>;
  /** Condition on `volume`. */
  volume?: InputMaybe<DecimalFilter>;
  /** Condition on `weight`. */
  weight?: InputMaybe<DecimalFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of ProductTemplate records with equal keys. */
export type ProductTemplateGroup = {
  __typename?: 'ProductTemplateGroup';
  /** Averages over the group. */
  avg: ProductTemplateAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: ProductTemplateGroupKeys;
  /** Greatest values of the group. */
  max: ProductTemplateMax;
  /** Smallest values of the group. */
  min: ProductTemplateMin;
  /** Sums over the group. */
  sum: ProductTemplateSum;
};

/** One key of a grouping of ProductTemplate. */
export type ProductTemplateGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: ProductTemplateGroupField;
};

/** Fields that ProductTemplate records can be grouped by. */
export type ProductTemplateGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `category`. */
  | 'CATEGORY'
  /** By `company`. */
  | 'COMPANY'
  /** By `defaultCode`. */
  | 'DEFAULT_CODE'
  /** By `descriptionPurchase`. */
  | 'DESCRIPTION_PURCHASE'
  /** By `descriptionSale`. */
  | 'DESCRIPTION_SALE'
  /** By `expenseAccount`. */
  | 'EXPENSE_ACCOUNT'
  /** By `incomeAccount`. */
  | 'INCOME_ACCOUNT'
  /** By `invoicePolicy`. */
  | 'INVOICE_POLICY'
  /** By `isFavorite`. */
  | 'IS_FAVORITE'
  /** By `name`. */
  | 'NAME'
  /** By `optionalProducts`. */
  | 'OPTIONAL_PRODUCTS'
  /** By `purchaseMethod`. */
  | 'PURCHASE_METHOD'
  /** By `purchaseOk`. */
  | 'PURCHASE_OK'
  /** By `responsible`. */
  | 'RESPONSIBLE'
  /** By `saleOk`. */
  | 'SALE_OK'
  /** By `type`. */
  | 'TYPE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of ProductTemplate; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type ProductTemplateGroupKeys = {
  __typename?: 'ProductTemplateGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `category`; of a time, where its interval begins. */
  category: Maybe<ProductCategory>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `defaultCode`; of a time, where its interval begins. */
  defaultCode: Maybe<Scalars['String']['output']>;
  /** The common `descriptionPurchase`; of a time, where its interval begins. */
  descriptionPurchase: Maybe<Scalars['String']['output']>;
  /** The common `descriptionSale`; of a time, where its interval begins. */
  descriptionSale: Maybe<Scalars['String']['output']>;
  /** The common `expenseAccount`; of a time, where its interval begins. */
  expenseAccount: Maybe<Account>;
  /** The common `incomeAccount`; of a time, where its interval begins. */
  incomeAccount: Maybe<Account>;
  /** The common `invoicePolicy`; of a time, where its interval begins. */
  invoicePolicy: Maybe<InvoicePolicy>;
  /** The common `isFavorite`; of a time, where its interval begins. */
  isFavorite: Maybe<Scalars['Boolean']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `optionalProducts`; of a time, where its interval begins. */
  optionalProducts: Maybe<ProductTemplate>;
  /** The common `purchaseMethod`; of a time, where its interval begins. */
  purchaseMethod: Maybe<PurchaseMethod>;
  /** The common `purchaseOk`; of a time, where its interval begins. */
  purchaseOk: Maybe<Scalars['Boolean']['output']>;
  /** The common `responsible`; of a time, where its interval begins. */
  responsible: Maybe<User>;
  /** The common `saleOk`; of a time, where its interval begins. */
  saleOk: Maybe<Scalars['Boolean']['output']>;
  /** The common `type`; of a time, where its interval begins. */
  type: Maybe<ProductType>;
  /** The common `unit`; of a time, where its interval begins. */
  unit: Maybe<Unit>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of ProductTemplate. */
export type ProductTemplateGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: ProductTemplateGroupOrderField;
};

/** What groups of ProductTemplate can be ordered by. */
export type ProductTemplateGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By the average of `listPrice`. */
  | 'AVG_LIST_PRICE'
  /** By the average of `volume`. */
  | 'AVG_VOLUME'
  /** By the average of `weight`. */
  | 'AVG_WEIGHT'
  /** By `category`. */
  | 'CATEGORY'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `defaultCode`. */
  | 'DEFAULT_CODE'
  /** By `descriptionPurchase`. */
  | 'DESCRIPTION_PURCHASE'
  /** By `descriptionSale`. */
  | 'DESCRIPTION_SALE'
  /** By `expenseAccount`. */
  | 'EXPENSE_ACCOUNT'
  /** By `incomeAccount`. */
  | 'INCOME_ACCOUNT'
  /** By `invoicePolicy`. */
  | 'INVOICE_POLICY'
  /** By `isFavorite`. */
  | 'IS_FAVORITE'
  /** By the greatest `listPrice`. */
  | 'MAX_LIST_PRICE'
  /** By the greatest `volume`. */
  | 'MAX_VOLUME'
  /** By the greatest `weight`. */
  | 'MAX_WEIGHT'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `listPrice`. */
  | 'MIN_LIST_PRICE'
  /** By the smallest `volume`. */
  | 'MIN_VOLUME'
  /** By the smallest `weight`. */
  | 'MIN_WEIGHT'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `optionalProducts`. */
  | 'OPTIONAL_PRODUCTS'
  /** By `purchaseMethod`. */
  | 'PURCHASE_METHOD'
  /** By `purchaseOk`. */
  | 'PURCHASE_OK'
  /** By `responsible`. */
  | 'RESPONSIBLE'
  /** By `saleOk`. */
  | 'SALE_OK'
  /** By the sum of `listPrice`. */
  | 'SUM_LIST_PRICE'
  /** By the sum of `volume`. */
  | 'SUM_VOLUME'
  /** By the sum of `weight`. */
  | 'SUM_WEIGHT'
  /** By `type`. */
  | 'TYPE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of ProductTemplate. */
export type ProductTemplateGroupPage = {
  __typename?: 'ProductTemplateGroupPage';
  /** The groups. */
  groups: Array<ProductTemplateGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of ProductTemplate below a record. */
export type ProductTemplateListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ProductTemplateFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ProductTemplateFilter>;
};

/** Greatest of the numbers of a group of ProductTemplate. */
export type ProductTemplateMax = {
  __typename?: 'ProductTemplateMax';
  /** Greatest of `listPrice`; null where the group has none. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `volume`; null where the group has none. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `weight`; null where the group has none. */
  weight: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of ProductTemplate. */
export type ProductTemplateMin = {
  __typename?: 'ProductTemplateMin';
  /** Smallest of `listPrice`; null where the group has none. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `volume`; null where the group has none. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `weight`; null where the group has none. */
  weight: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of ProductTemplate. */
export type ProductTemplateOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ProductTemplateOrderField;
};

/** Fields that a list of ProductTemplate can be ordered by. */
export type ProductTemplateOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `category`. */
  | 'CATEGORY'
  /** By `company`. */
  | 'COMPANY'
  /** By `defaultCode`. */
  | 'DEFAULT_CODE'
  /** By `descriptionPurchase`. */
  | 'DESCRIPTION_PURCHASE'
  /** By `descriptionSale`. */
  | 'DESCRIPTION_SALE'
  /** By `id`. */
  | 'ID'
  /** By `invoicePolicy`. */
  | 'INVOICE_POLICY'
  /** By `isFavorite`. */
  | 'IS_FAVORITE'
  /** By `listPrice`. */
  | 'LIST_PRICE'
  /** By `name`. */
  | 'NAME'
  /** By `purchaseMethod`. */
  | 'PURCHASE_METHOD'
  /** By `purchaseOk`. */
  | 'PURCHASE_OK'
  /** By `responsible`. */
  | 'RESPONSIBLE'
  /** By `saleOk`. */
  | 'SALE_OK'
  /** By `type`. */
  | 'TYPE'
  /** By `unit`. */
  | 'UNIT'
  /** By `volume`. */
  | 'VOLUME'
  /** By `weight`. */
  | 'WEIGHT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of ProductTemplate. */
export type ProductTemplateSum = {
  __typename?: 'ProductTemplateSum';
  /** Sum of `listPrice`; null where the group has none. */
  listPrice: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `volume`; null where the group has none. */
  volume: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `weight`; null where the group has none. */
  weight: Maybe<Scalars['Decimal']['output']>;
};

/** Kinds of product. */
export type ProductType =
  /** A choice of other products, sold as one. */
  | 'COMBO'
  /** Goods: tangible things. */
  | 'CONSU'
  /** A service: nothing that is stocked. */
  | 'SERVICE';

/** A condition on a ProductType; null satisfies none but `isNull`. */
export type ProductTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<ProductType>;
  /** One of. */
  in?: InputMaybe<Array<ProductType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ProductType>;
  /** None of. */
  notIn?: InputMaybe<Array<ProductType>>;
};

/** A project. Owner: Odoo, model `project.project`. */
export type Project = Node & {
  __typename?: 'Project';
  /** Whether it is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Planned time, in hours. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Whether its work can be invoiced. */
  allowBillable: Maybe<Scalars['Boolean']['output']>;
  /** Whether time can be logged on it. */
  allowTimesheets: Maybe<Scalars['Boolean']['output']>;
  /** How many of its tasks are closed. */
  closedTaskCount: Maybe<Scalars['Int']['output']>;
  /** Company that does the project. */
  company: Maybe<Company>;
  /** Currency of the company that does the project. */
  currency: Maybe<Currency>;
  /** Last planned day. */
  dateEnd: Maybe<Scalars['Date']['output']>;
  /** First planned day. */
  dateStart: Maybe<Scalars['Date']['output']>;
  /** What the project is about, HTML. */
  description: Maybe<Scalars['String']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Time spent, in hours. */
  effectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Whether it is a template for other projects. */
  isTemplate: Maybe<Scalars['Boolean']['output']>;
  /** Where the project stands, as its last update says. */
  lastUpdateStatus: Maybe<ProjectStatus>;
  /** Project manager. */
  manager: Maybe<User>;
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** How many of its tasks are open. */
  openTaskCount: Maybe<Scalars['Int']['output']>;
  /** The pages of the workspace that are about this project, of those that the viewer may see; linked by `linkOdooRecord`. */
  pages: Maybe<PageConnection>;
  /** Customer the project is done for. */
  partner: Maybe<Partner>;
  /** Who may see the project and its tasks. */
  privacyVisibility: Maybe<ProjectVisibility>;
  /** Planned time less time spent, in hours. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Sales order that pays for it. */
  saleOrder: Maybe<SaleOrder>;
  /** Line of a sales order that its time is sold by, where the task says no other. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** Place among the projects, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Columns of the project's board. */
  stages: Maybe<TaskStageConnection>;
  /** Tags. */
  tags: Maybe<ProjectTagConnection>;
  /** Closed tasks among all, 0 to 1. */
  taskCompletionPercentage: Maybe<Scalars['Decimal']['output']>;
  /** How many tasks it has. */
  taskCount: Maybe<Scalars['Int']['output']>;
  /** Tasks of the project. */
  tasks: Maybe<TaskConnection>;
  /** Time spent on it. */
  timesheets: Maybe<TimesheetConnection>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A project. Owner: Odoo, model `project.project`. */
export type ProjectPagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PageOrder>>;
};


/** A project. Owner: Odoo, model `project.project`. */
export type ProjectStagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskStageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskStageOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A project. Owner: Odoo, model `project.project`. */
export type ProjectTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectTagFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectTagOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A project. Owner: Odoo, model `project.project`. */
export type ProjectTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A project. Owner: Odoo, model `project.project`. */
export type ProjectTimesheetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TimesheetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TimesheetOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of Project. */
export type ProjectAvg = {
  __typename?: 'ProjectAvg';
  /** Average of `allocatedHours`; null where the group has none. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Project. */
export type ProjectConnection = {
  __typename?: 'ProjectConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ProjectEdge>;
  /** The records of the page. */
  nodes: Array<Project>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Project and its place in the list. */
export type ProjectEdge = {
  __typename?: 'ProjectEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Project;
};

/** Which Project records to list; conditions beside each other must all hold. */
export type ProjectFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** Condition on `allocatedHours`. */
  allocatedHours?: InputMaybe<DecimalFilter>;
  /** Condition on `allowBillable`. */
  allowBillable?: InputMaybe<BooleanFilter>;
  /** Condition on `allowTimesheets`. */
  allowTimesheets?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<ProjectFilter>>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `dateEnd`. */
  dateEnd?: InputMaybe<DateFilter>;
  /** Condition on `dateStart`. */
  dateStart?: InputMaybe<DateFilter>;
  /** Condition on `description`. */
  description?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `isTemplate`. */
  isTemplate?: InputMaybe<BooleanFilter>;
  /** Condition on `lastUpdateStatus`. */
  lastUpdateStatus?: InputMaybe<ProjectStatusFilter>;
  /** Condition on `manager`. */
  manager?: InputMaybe<UserFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<ProjectFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ProjectFilter>>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `privacyVisibility`. */
  privacyVisibility?: InputMaybe<ProjectVisibilityFilter>;
  /** Condition on `saleOrder`. */
  saleOrder?: InputMaybe<SaleOrderFilter>;
  /** Condition on `saleOrderLine`. */
  saleOrderLine?: InputMaybe<SaleOrderLineFilter>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `stages`. */
  stages?: InputMaybe<TaskStageListFilter>;
  /** Condition on `tags`. */
  tags?: InputMaybe<ProjectTagListFilter>;
  /** Condition on `tasks`. */
  tasks?: InputMaybe<TaskListFilter>;
  /** Condition on `timesheets`. */
  timesheets?: InputMaybe<TimesheetListFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Project records with equal keys. */
export type ProjectGroup = {
  __typename?: 'ProjectGroup';
  /** Averages over the group. */
  avg: ProjectAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: ProjectGroupKeys;
  /** Greatest values of the group. */
  max: ProjectMax;
  /** Smallest values of the group. */
  min: ProjectMin;
  /** Sums over the group. */
  sum: ProjectSum;
};

/** One key of a grouping of Project. */
export type ProjectGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: ProjectGroupField;
};

/** Fields that Project records can be grouped by. */
export type ProjectGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `allowBillable`. */
  | 'ALLOW_BILLABLE'
  /** By `allowTimesheets`. */
  | 'ALLOW_TIMESHEETS'
  /** By `company`. */
  | 'COMPANY'
  /** By `dateEnd`. */
  | 'DATE_END'
  /** By `dateStart`. */
  | 'DATE_START'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `isTemplate`. */
  | 'IS_TEMPLATE'
  /** By `lastUpdateStatus`. */
  | 'LAST_UPDATE_STATUS'
  /** By `manager`. */
  | 'MANAGER'
  /** By `name`. */
  | 'NAME'
  /** By `partner`. */
  | 'PARTNER'
  /** By `privacyVisibility`. */
  | 'PRIVACY_VISIBILITY'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `stages`. */
  | 'STAGES'
  /** By `tags`. */
  | 'TAGS'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Project; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type ProjectGroupKeys = {
  __typename?: 'ProjectGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `allowBillable`; of a time, where its interval begins. */
  allowBillable: Maybe<Scalars['Boolean']['output']>;
  /** The common `allowTimesheets`; of a time, where its interval begins. */
  allowTimesheets: Maybe<Scalars['Boolean']['output']>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `dateEnd`; of a time, where its interval begins. */
  dateEnd: Maybe<Scalars['Date']['output']>;
  /** The common `dateStart`; of a time, where its interval begins. */
  dateStart: Maybe<Scalars['Date']['output']>;
  /** The common `description`; of a time, where its interval begins. */
  description: Maybe<Scalars['String']['output']>;
  /** The common `isTemplate`; of a time, where its interval begins. */
  isTemplate: Maybe<Scalars['Boolean']['output']>;
  /** The common `lastUpdateStatus`; of a time, where its interval begins. */
  lastUpdateStatus: Maybe<ProjectStatus>;
  /** The common `manager`; of a time, where its interval begins. */
  manager: Maybe<User>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `privacyVisibility`; of a time, where its interval begins. */
  privacyVisibility: Maybe<ProjectVisibility>;
  /** The common `saleOrder`; of a time, where its interval begins. */
  saleOrder: Maybe<SaleOrder>;
  /** The common `saleOrderLine`; of a time, where its interval begins. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** The common `stages`; of a time, where its interval begins. */
  stages: Maybe<TaskStage>;
  /** The common `tags`; of a time, where its interval begins. */
  tags: Maybe<ProjectTag>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Project. */
export type ProjectGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: ProjectGroupOrderField;
};

/** What groups of Project can be ordered by. */
export type ProjectGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `allowBillable`. */
  | 'ALLOW_BILLABLE'
  /** By `allowTimesheets`. */
  | 'ALLOW_TIMESHEETS'
  /** By the average of `allocatedHours`. */
  | 'AVG_ALLOCATED_HOURS'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `dateEnd`. */
  | 'DATE_END'
  /** By `dateStart`. */
  | 'DATE_START'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `isTemplate`. */
  | 'IS_TEMPLATE'
  /** By `lastUpdateStatus`. */
  | 'LAST_UPDATE_STATUS'
  /** By `manager`. */
  | 'MANAGER'
  /** By the greatest `allocatedHours`. */
  | 'MAX_ALLOCATED_HOURS'
  /** By the greatest `dateEnd`. */
  | 'MAX_DATE_END'
  /** By the greatest `dateStart`. */
  | 'MAX_DATE_START'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `allocatedHours`. */
  | 'MIN_ALLOCATED_HOURS'
  /** By the smallest `dateEnd`. */
  | 'MIN_DATE_END'
  /** By the smallest `dateStart`. */
  | 'MIN_DATE_START'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `partner`. */
  | 'PARTNER'
  /** By `privacyVisibility`. */
  | 'PRIVACY_VISIBILITY'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `stages`. */
  | 'STAGES'
  /** By the sum of `allocatedHours`. */
  | 'SUM_ALLOCATED_HOURS'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By `tags`. */
  | 'TAGS'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Project. */
export type ProjectGroupPage = {
  __typename?: 'ProjectGroupPage';
  /** The groups. */
  groups: Array<ProjectGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Project below a record. */
export type ProjectListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ProjectFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ProjectFilter>;
};

/** Greatest of the numbers of a group of Project. */
export type ProjectMax = {
  __typename?: 'ProjectMax';
  /** Greatest of `allocatedHours`; null where the group has none. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `dateEnd`; null where the group has none. */
  dateEnd: Maybe<Scalars['Date']['output']>;
  /** Greatest of `dateStart`; null where the group has none. */
  dateStart: Maybe<Scalars['Date']['output']>;
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** A user's role in a project. Owner: the ledger, table `ops.project_members`. */
export type ProjectMember = Node & {
  __typename?: 'ProjectMember';
  /** When the user became a member. */
  createdAt: Scalars['DateTime']['output'];
  /** The membership's uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The project. */
  project: Maybe<DeliveryProject>;
  /** The role. */
  role: Maybe<Role>;
  /** Uuid of the user at the auth server. */
  userId: Scalars['ID']['output'];
};

/** A page of a list of ProjectMember. */
export type ProjectMemberConnection = {
  __typename?: 'ProjectMemberConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ProjectMemberEdge>;
  /** The records of the page. */
  nodes: Array<ProjectMember>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A ProjectMember and its place in the list. */
export type ProjectMemberEdge = {
  __typename?: 'ProjectMemberEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: ProjectMember;
};

/** Which ProjectMember records to list; conditions beside each other must all hold. */
export type ProjectMemberFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ProjectMemberFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<ProjectMemberFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ProjectMemberFilter>>;
  /** Condition on `project`. */
  project?: InputMaybe<DeliveryProjectFilter>;
  /** Condition on `role`. */
  role?: InputMaybe<RoleFilter>;
  /** Condition on `userId`. */
  userId?: InputMaybe<IdFilter>;
};

/** A condition on a list of ProjectMember below a record. */
export type ProjectMemberListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ProjectMemberFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ProjectMemberFilter>;
};

/** One key of the order of a list of ProjectMember. */
export type ProjectMemberOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ProjectMemberOrderField;
};

/** Fields that a list of ProjectMember can be ordered by. */
export type ProjectMemberOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `userId`. */
  | 'USER_ID';

/** Smallest of the numbers of a group of Project. */
export type ProjectMin = {
  __typename?: 'ProjectMin';
  /** Smallest of `allocatedHours`; null where the group has none. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `dateEnd`; null where the group has none. */
  dateEnd: Maybe<Scalars['Date']['output']>;
  /** Smallest of `dateStart`; null where the group has none. */
  dateStart: Maybe<Scalars['Date']['output']>;
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Project. */
export type ProjectOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ProjectOrderField;
};

/** Fields that a list of Project can be ordered by. */
export type ProjectOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `allocatedHours`. */
  | 'ALLOCATED_HOURS'
  /** By `allowBillable`. */
  | 'ALLOW_BILLABLE'
  /** By `allowTimesheets`. */
  | 'ALLOW_TIMESHEETS'
  /** By `company`. */
  | 'COMPANY'
  /** By `dateEnd`. */
  | 'DATE_END'
  /** By `dateStart`. */
  | 'DATE_START'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `id`. */
  | 'ID'
  /** By `isTemplate`. */
  | 'IS_TEMPLATE'
  /** By `lastUpdateStatus`. */
  | 'LAST_UPDATE_STATUS'
  /** By `manager`. */
  | 'MANAGER'
  /** By `name`. */
  | 'NAME'
  /** By `partner`. */
  | 'PARTNER'
  /** By `privacyVisibility`. */
  | 'PRIVACY_VISIBILITY'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Where a project stands. */
export type ProjectStatus =
  /** At risk. */
  | 'AT_RISK'
  /** Complete. */
  | 'DONE'
  /** Off track. */
  | 'OFF_TRACK'
  /** On hold. */
  | 'ON_HOLD'
  /** On track. */
  | 'ON_TRACK'
  /** No status is set. */
  | 'TO_DEFINE';

/** A condition on a ProjectStatus; null satisfies none but `isNull`. */
export type ProjectStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<ProjectStatus>;
  /** One of. */
  in?: InputMaybe<Array<ProjectStatus>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ProjectStatus>;
  /** None of. */
  notIn?: InputMaybe<Array<ProjectStatus>>;
};

/** Sum of the numbers of a group of Project. */
export type ProjectSum = {
  __typename?: 'ProjectSum';
  /** Sum of `allocatedHours`; null where the group has none. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** A tag of projects and tasks. Owner: Odoo, model `project.tags`. */
export type ProjectTag = Node & {
  __typename?: 'ProjectTag';
  /** Number of the colour it is shown in, 0 to 11. */
  color: Maybe<Scalars['Int']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Projects that carry it. */
  projects: Maybe<ProjectConnection>;
  /** Tasks that carry it. */
  tasks: Maybe<TaskConnection>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A tag of projects and tasks. Owner: Odoo, model `project.tags`. */
export type ProjectTagProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A tag of projects and tasks. Owner: Odoo, model `project.tags`. */
export type ProjectTagTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of ProjectTag. */
export type ProjectTagAvg = {
  __typename?: 'ProjectTagAvg';
  /** Average of `color`; null where the group has none. */
  color: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of ProjectTag. */
export type ProjectTagConnection = {
  __typename?: 'ProjectTagConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ProjectTagEdge>;
  /** The records of the page. */
  nodes: Array<ProjectTag>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A ProjectTag and its place in the list. */
export type ProjectTagEdge = {
  __typename?: 'ProjectTagEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: ProjectTag;
};

/** Which ProjectTag records to list; conditions beside each other must all hold. */
export type ProjectTagFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ProjectTagFilter>>;
  /** Condition on `color`. */
  color?: InputMaybe<IntFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<ProjectTagFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ProjectTagFilter>>;
  /** Condition on `projects`. */
  projects?: InputMaybe<ProjectListFilter>;
  /** Condition on `tasks`. */
  tasks?: InputMaybe<TaskListFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of ProjectTag records with equal keys. */
export type ProjectTagGroup = {
  __typename?: 'ProjectTagGroup';
  /** Averages over the group. */
  avg: ProjectTagAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: ProjectTagGroupKeys;
  /** Greatest values of the group. */
  max: ProjectTagMax;
  /** Smallest values of the group. */
  min: ProjectTagMin;
  /** Sums over the group. */
  sum: ProjectTagSum;
};

/** One key of a grouping of ProjectTag. */
export type ProjectTagGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: ProjectTagGroupField;
};

/** Fields that ProjectTag records can be grouped by. */
export type ProjectTagGroupField =
  /** By `name`. */
  | 'NAME'
  /** By `projects`. */
  | 'PROJECTS'
  /** By `tasks`. */
  | 'TASKS'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of ProjectTag; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type ProjectTagGroupKeys = {
  __typename?: 'ProjectTagGroupKeys';
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `projects`; of a time, where its interval begins. */
  projects: Maybe<Project>;
  /** The common `tasks`; of a time, where its interval begins. */
  tasks: Maybe<Task>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of ProjectTag. */
export type ProjectTagGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: ProjectTagGroupOrderField;
};

/** What groups of ProjectTag can be ordered by. */
export type ProjectTagGroupOrderField =
  /** By the average of `color`. */
  | 'AVG_COLOR'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By the greatest `color`. */
  | 'MAX_COLOR'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `color`. */
  | 'MIN_COLOR'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `projects`. */
  | 'PROJECTS'
  /** By the sum of `color`. */
  | 'SUM_COLOR'
  /** By `tasks`. */
  | 'TASKS'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of ProjectTag. */
export type ProjectTagGroupPage = {
  __typename?: 'ProjectTagGroupPage';
  /** The groups. */
  groups: Array<ProjectTagGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of ProjectTag below a record. */
export type ProjectTagListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ProjectTagFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ProjectTagFilter>;
};

/** Greatest of the numbers of a group of ProjectTag. */
export type ProjectTagMax = {
  __typename?: 'ProjectTagMax';
  /** Greatest of `color`; null where the group has none. */
  color: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of ProjectTag. */
export type ProjectTagMin = {
  __typename?: 'ProjectTagMin';
  /** Smallest of `color`; null where the group has none. */
  color: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of ProjectTag. */
export type ProjectTagOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ProjectTagOrderField;
};

/** Fields that a list of ProjectTag can be ordered by. */
export type ProjectTagOrderField =
  /** By `color`. */
  | 'COLOR'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of ProjectTag. */
export type ProjectTagSum = {
  __typename?: 'ProjectTagSum';
  /** Sum of `color`; null where the group has none. */
  color: Maybe<Scalars['Decimal']['output']>;
};

/** Who may see a project and its tasks. */
export type ProjectVisibility =
  /** All internal users. */
  | 'EMPLOYEES'
  /** Internal users who are invited. */
  | 'FOLLOWERS'
  /** Internal and portal users who are invited. */
  | 'INVITED_USERS'
  /** All internal users, and portal users who are invited. */
  | 'PORTAL';

/** A condition on a ProjectVisibility; null satisfies none but `isNull`. */
export type ProjectVisibilityFilter = {
  /** Equal to. */
  eq?: InputMaybe<ProjectVisibility>;
  /** One of. */
  in?: InputMaybe<Array<ProjectVisibility>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ProjectVisibility>;
  /** None of. */
  notIn?: InputMaybe<Array<ProjectVisibility>>;
};

/** How far a purchase order is billed. */
export type PurchaseInvoiceStatus =
  /** Fully billed. */
  | 'INVOICED'
  /** Nothing to bill. */
  | 'NO'
  /** Waits for bills. */
  | 'TO_INVOICE';

/** A condition on a PurchaseInvoiceStatus; null satisfies none but `isNull`. */
export type PurchaseInvoiceStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<PurchaseInvoiceStatus>;
  /** One of. */
  in?: InputMaybe<Array<PurchaseInvoiceStatus>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PurchaseInvoiceStatus>;
  /** None of. */
  notIn?: InputMaybe<Array<PurchaseInvoiceStatus>>;
};

/** Which quantity of a product vendors' bills are checked against. */
export type PurchaseMethod =
  /** The quantity ordered. */
  | 'PURCHASE'
  /** The quantity received. */
  | 'RECEIVE';

/** A condition on a PurchaseMethod; null satisfies none but `isNull`. */
export type PurchaseMethodFilter = {
  /** Equal to. */
  eq?: InputMaybe<PurchaseMethod>;
  /** One of. */
  in?: InputMaybe<Array<PurchaseMethod>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PurchaseMethod>;
  /** None of. */
  notIn?: InputMaybe<Array<PurchaseMethod>>;
};

/** A request for quotation or order to a vendor. Owner: Odoo, model `purchase.order`. */
export type PurchaseOrder = Node & {
  __typename?: 'PurchaseOrder';
  /** Whether the vendor has acknowledged the order. */
  acknowledged: Maybe<Scalars['Boolean']['output']>;
  /** Tax, in `currency`. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Total with tax, in `currency`. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Total with tax, in `companyCurrency`. */
  amountTotalCompany: Maybe<Scalars['Decimal']['output']>;
  /** Total before tax, in `currency`. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Vendor bills and refunds of the order. */
  bills: Maybe<MoveConnection>;
  /** Who buys. */
  buyer: Maybe<User>;
  /** Company that buys. */
  company: Maybe<Company>;
  /** Currency of the company's books. */
  companyCurrency: Maybe<Currency>;
  /** When it was entered. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Currency of the amounts. */
  currency: Maybe<Currency>;
  /** Units of `currency` for one of `companyCurrency`, on the day of the order. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** When the order was confirmed. */
  dateApprove: Maybe<Scalars['DateTime']['output']>;
  /** Time by which the quotation should be confirmed; of an order, when it was. */
  dateOrder: Maybe<Scalars['DateTime']['output']>;
  /** When the vendor promised to deliver. */
  datePlanned: Maybe<Scalars['DateTime']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** When the first receipt was complete. */
  effectiveDate: Maybe<Scalars['DateTime']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** How many bills it has. */
  invoiceCount: Maybe<Scalars['Int']['output']>;
  /** How far it is billed. */
  invoiceStatus: Maybe<PurchaseInvoiceStatus>;
  /** Lines: products, sections and notes. */
  lines: Maybe<PurchaseOrderLineConnection>;
  /** Whether the confirmed order can no longer be changed. */
  locked: Maybe<Scalars['Boolean']['output']>;
  /** Order number. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Terms and conditions, HTML. */
  note: Maybe<Scalars['String']['output']>;
  /** Document that led to the order, e.g. a sales order. */
  origin: Maybe<Scalars['String']['output']>;
  /** Vendor. */
  partner: Maybe<Partner>;
  /** The vendor's own number of the order. */
  partnerRef: Maybe<Scalars['String']['output']>;
  /** Importance. */
  priority: Maybe<PurchaseOrderPriority>;
  /** Project that it is bought for. */
  project: Maybe<Project>;
  /** How far it is received; null where nothing is to be received. */
  receiptStatus: Maybe<ReceiptStatus>;
  /** Where the order stands. */
  state: Maybe<PurchaseOrderState>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A request for quotation or order to a vendor. Owner: Odoo, model `purchase.order`. */
export type PurchaseOrderBillsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A request for quotation or order to a vendor. Owner: Odoo, model `purchase.order`. */
export type PurchaseOrderLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PurchaseOrderLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PurchaseOrderLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of PurchaseOrder. */
export type PurchaseOrderAvg = {
  __typename?: 'PurchaseOrderAvg';
  /** Average of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountTotalCompany`; null where the group has none. */
  amountTotalCompany: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Average of `currencyRate`; null where the group has none. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** Average of `invoiceCount`; null where the group has none. */
  invoiceCount: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of PurchaseOrder. */
export type PurchaseOrderConnection = {
  __typename?: 'PurchaseOrderConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<PurchaseOrderEdge>;
  /** The records of the page. */
  nodes: Array<PurchaseOrder>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A PurchaseOrder and its place in the list. */
export type PurchaseOrderEdge = {
  __typename?: 'PurchaseOrderEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: PurchaseOrder;
};

/** Which PurchaseOrder records to list; conditions beside each other must all hold. */
export type PurchaseOrderFilter = {
  /** Condition on `acknowledged`. */
  acknowledged?: InputMaybe<BooleanFilter>;
  /** Condition on `amountTax`. */
  amountTax?: InputMaybe<DecimalFilter>;
  /** Condition on `amountTotal`. */
  amountTotal?: InputMaybe<DecimalFilter>;
  /** Condition on `amountTotalCompany`. */
  amountTotalCompany?: InputMaybe<DecimalFilter>;
  /** Condition on `amountUntaxed`. */
  amountUntaxed?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<PurchaseOrderFilter>>;
  /** Condition on `bills`. */
  bills?: InputMaybe<MoveListFilter>;
  /** Condition on `buyer`. */
  buyer?: InputMaybe<UserFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `companyCurrency`. */
  companyCurrency?: InputMaybe<CurrencyFilter>;
  /** Condition on `createDate`. */
  createDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `currencyRate`. */
  currencyRate?: InputMaybe<DecimalFilter>;
  /** Condition on `dateApprove`. */
  dateApprove?: InputMaybe<DateTimeFilter>;
  /** Condition on `dateOrder`. */
  dateOrder?: InputMaybe<DateTimeFilter>;
  /** Condition on `datePlanned`. */
  datePlanned?: InputMaybe<DateTimeFilter>;
  /** Condition on `effectiveDate`. */
  effectiveDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `invoiceCount`. */
  invoiceCount?: InputMaybe<IntFilter>;
  /** Condition on `invoiceStatus`. */
  invoiceStatus?: InputMaybe<PurchaseInvoiceStatusFilter>;
  /** Condition on `lines`. */
  lines?: InputMaybe<PurchaseOrderLineListFilter>;
  /** Condition on `locked`. */
  locked?: InputMaybe<BooleanFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<PurchaseOrderFilter>;
  /** Condition on `note`. */
  note?: InputMaybe<StringFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<PurchaseOrderFilter>>;
  /** Condition on `origin`. */
  origin?: InputMaybe<StringFilter>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `partnerRef`. */
  partnerRef?: InputMaybe<StringFilter>;
  /** Condition on `priority`. */
  priority?: InputMaybe<PurchaseOrderPriorityFilter>;
  /** Condition on `project`. */
  project?: InputMaybe<ProjectFilter>;
  /** Condition on `receiptStatus`. */
  receiptStatus?: InputMaybe<ReceiptStatusFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<PurchaseOrderStateFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of PurchaseOrder records with equal keys. */
export type PurchaseOrderGroup = {
  __typename?: 'PurchaseOrderGroup';
  /** Averages over the group. */
  avg: PurchaseOrderAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: PurchaseOrderGroupKeys;
  /** Greatest values of the group. */
  max: PurchaseOrderMax;
  /** Smallest values of the group. */
  min: PurchaseOrderMin;
  /** Sums over the group. */
  sum: PurchaseOrderSum;
};

/** One key of a grouping of PurchaseOrder. */
export type PurchaseOrderGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: PurchaseOrderGroupField;
};

/** Fields that PurchaseOrder records can be grouped by. */
export type PurchaseOrderGroupField =
  /** By `acknowledged`. */
  | 'ACKNOWLEDGED'
  /** By `bills`. */
  | 'BILLS'
  /** By `buyer`. */
  | 'BUYER'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `dateApprove`. */
  | 'DATE_APPROVE'
  /** By `dateOrder`. */
  | 'DATE_ORDER'
  /** By `datePlanned`. */
  | 'DATE_PLANNED'
  /** By `effectiveDate`. */
  | 'EFFECTIVE_DATE'
  /** By `invoiceStatus`. */
  | 'INVOICE_STATUS'
  /** By `locked`. */
  | 'LOCKED'
  /** By `name`. */
  | 'NAME'
  /** By `note`. */
  | 'NOTE'
  /** By `origin`. */
  | 'ORIGIN'
  /** By `partner`. */
  | 'PARTNER'
  /** By `partnerRef`. */
  | 'PARTNER_REF'
  /** By `priority`. */
  | 'PRIORITY'
  /** By `project`. */
  | 'PROJECT'
  /** By `receiptStatus`. */
  | 'RECEIPT_STATUS'
  /** By `state`. */
  | 'STATE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of PurchaseOrder; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type PurchaseOrderGroupKeys = {
  __typename?: 'PurchaseOrderGroupKeys';
  /** The common `acknowledged`; of a time, where its interval begins. */
  acknowledged: Maybe<Scalars['Boolean']['output']>;
  /** The common `bills`; of a time, where its interval begins. */
  bills: Maybe<Move>;
  /** The common `buyer`; of a time, where its interval begins. */
  buyer: Maybe<User>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `companyCurrency`; of a time, where its interval begins. */
  companyCurrency: Maybe<Currency>;
  /** The common `createDate`; of a time, where its interval begins. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `dateApprove`; of a time, where its interval begins. */
  dateApprove: Maybe<Scalars['DateTime']['output']>;
  /** The common `dateOrder`; of a time, where its interval begins. */
  dateOrder: Maybe<Scalars['DateTime']['output']>;
  /** The common `datePlanned`; of a time, where its interval begins. */
  datePlanned: Maybe<Scalars['DateTime']['output']>;
  /** The common `effectiveDate`; of a time, where its interval begins. */
  effectiveDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `invoiceStatus`; of a time, where its interval begins. */
  invoiceStatus: Maybe<PurchaseInvoiceStatus>;
  /** The common `locked`; of a time, where its interval begins. */
  locked: Maybe<Scalars['Boolean']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `note`; of a time, where its interval begins. */
  note: Maybe<Scalars['String']['output']>;
  /** The common `origin`; of a time, where its interval begins. */
  origin: Maybe<Scalars['String']['output']>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `partnerRef`; of a time, where its interval begins. */
  partnerRef: Maybe<Scalars['String']['output']>;
  /** The common `priority`; of a time, where its interval begins. */
  priority: Maybe<PurchaseOrderPriority>;
  /** The common `project`; of a time, where its interval begins. */
  project: Maybe<Project>;
  /** The common `receiptStatus`; of a time, where its interval begins. */
  receiptStatus: Maybe<ReceiptStatus>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<PurchaseOrderState>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of PurchaseOrder. */
export type PurchaseOrderGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: PurchaseOrderGroupOrderField;
};

/** What groups of PurchaseOrder can be ordered by. */
export type PurchaseOrderGroupOrderField =
  /** By `acknowledged`. */
  | 'ACKNOWLEDGED'
  /** By the average of `amountTax`. */
  | 'AVG_AMOUNT_TAX'
  /** By the average of `amountTotal`. */
  | 'AVG_AMOUNT_TOTAL'
  /** By the average of `amountTotalCompany`. */
  | 'AVG_AMOUNT_TOTAL_COMPANY'
  /** By the average of `amountUntaxed`. */
  | 'AVG_AMOUNT_UNTAXED'
  /** By the average of `currencyRate`. */
  | 'AVG_CURRENCY_RATE'
  /** By the average of `invoiceCount`. */
  | 'AVG_INVOICE_COUNT'
  /** By `bills`. */
  | 'BILLS'
  /** By `buyer`. */
  | 'BUYER'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `dateApprove`. */
  | 'DATE_APPROVE'
  /** By `dateOrder`. */
  | 'DATE_ORDER'
  /** By `datePlanned`. */
  | 'DATE_PLANNED'
  /** By `effectiveDate`. */
  | 'EFFECTIVE_DATE'
  /** By `invoiceStatus`. */
  | 'INVOICE_STATUS'
  /** By `locked`. */
  | 'LOCKED'
  /** By the greatest `amountTax`. */
  | 'MAX_AMOUNT_TAX'
  /** By the greatest `amountTotal`. */
  | 'MAX_AMOUNT_TOTAL'
  /** By the greatest `amountTotalCompany`. */
  | 'MAX_AMOUNT_TOTAL_COMPANY'
  /** By the greatest `amountUntaxed`. */
  | 'MAX_AMOUNT_UNTAXED'
  /** By the greatest `createDate`. */
  | 'MAX_CREATE_DATE'
  /** By the greatest `currencyRate`. */
  | 'MAX_CURRENCY_RATE'
  /** By the greatest `dateApprove`. */
  | 'MAX_DATE_APPROVE'
  /** By the greatest `dateOrder`. */
  | 'MAX_DATE_ORDER'
  /** By the greatest `datePlanned`. */
  | 'MAX_DATE_PLANNED'
  /** By the greatest `effectiveDate`. */
  | 'MAX_EFFECTIVE_DATE'
  /** By the greatest `invoiceCount`. */
  | 'MAX_INVOICE_COUNT'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `amountTax`. */
  | 'MIN_AMOUNT_TAX'
  /** By the smallest `amountTotal`. */
  | 'MIN_AMOUNT_TOTAL'
  /** By the smallest `amountTotalCompany`. */
  | 'MIN_AMOUNT_TOTAL_COMPANY'
  /** By the smallest `amountUntaxed`. */
  | 'MIN_AMOUNT_UNTAXED'
  /** By the smallest `createDate`. */
  | 'MIN_CREATE_DATE'
  /** By the smallest `currencyRate`. */
  | 'MIN_CURRENCY_RATE'
  /** By the smallest `dateApprove`. */
  | 'MIN_DATE_APPROVE'
  /** By the smallest `dateOrder`. */
  | 'MIN_DATE_ORDER'
  /** By the smallest `datePlanned`. */
  | 'MIN_DATE_PLANNED'
  /** By the smallest `effectiveDate`. */
  | 'MIN_EFFECTIVE_DATE'
  /** By the smallest `invoiceCount`. */
  | 'MIN_INVOICE_COUNT'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `note`. */
  | 'NOTE'
  /** By `origin`. */
  | 'ORIGIN'
  /** By `partner`. */
  | 'PARTNER'
  /** By `partnerRef`. */
  | 'PARTNER_REF'
  /** By `priority`. */
  | 'PRIORITY'
  /** By `project`. */
  | 'PROJECT'
  /** By `receiptStatus`. */
  | 'RECEIPT_STATUS'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `amountTax`. */
  | 'SUM_AMOUNT_TAX'
  /** By the sum of `amountTotal`. */
  | 'SUM_AMOUNT_TOTAL'
  /** By the sum of `amountTotalCompany`. */
  | 'SUM_AMOUNT_TOTAL_COMPANY'
  /** By the sum of `amountUntaxed`. */
  | 'SUM_AMOUNT_UNTAXED'
  /** By the sum of `currencyRate`. */
  | 'SUM_CURRENCY_RATE'
  /** By the sum of `invoiceCount`. */
  | 'SUM_INVOICE_COUNT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of PurchaseOrder. */
export type PurchaseOrderGroupPage = {
  __typename?: 'PurchaseOrderGroupPage';
  /** The groups. */
  groups: Array<PurchaseOrderGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A line of a purchase order. Owner: Odoo, model `purchase.order.line`. */
export type PurchaseOrderLine = Node & {
  __typename?: 'PurchaseOrderLine';
  /** Lines of bills for it. */
  billLines: Maybe<MoveLineConnection>;
  /** Company that buys. */
  company: Maybe<Company>;
  /** Currency of the amounts. */
  currency: Maybe<Currency>;
  /** When the vendor promised to deliver. */
  datePlanned: Maybe<Scalars['DateTime']['output']>;
  /** Discount, in percent. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** What the line shows where it is no product; null for a product. */
  displayType: Maybe<OrderLineDisplayType>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Whether it is a down payment. */
  isDownpayment: Maybe<Scalars['Boolean']['output']>;
  /** Description; several lines of text. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The order this line belongs to. */
  order: Maybe<PurchaseOrder>;
  /** Vendor. */
  partner: Maybe<Partner>;
  /** Amount before tax, in `currency`. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Tax, in `currency`. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Amount with tax, in `currency`. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Price for one `unit`, in `currency`. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** The product bought. */
  product: Maybe<Product>;
  /** Quantity ordered, in `unit`. */
  productQty: Maybe<Scalars['Decimal']['output']>;
  /** Quantity billed, in `unit`. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Quantity received, in `unit`. */
  qtyReceived: Maybe<Scalars['Decimal']['output']>;
  /** Quantity to be billed, in `unit`. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Sales order that it is bought for. */
  saleOrder: Maybe<SaleOrder>;
  /** Line of a sales order that it is bought for. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** Place among the order's lines, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** State of the order. */
  state: Maybe<PurchaseOrderState>;
  /** Unit of the quantities. */
  unit: Maybe<Unit>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A line of a purchase order. Owner: Odoo, model `purchase.order.line`. */
export type PurchaseOrderLineBillLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of PurchaseOrderLine. */
export type PurchaseOrderLineAvg = {
  __typename?: 'PurchaseOrderLineAvg';
  /** Average of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceTax`; null where the group has none. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Average of `productQty`; null where the group has none. */
  productQty: Maybe<Scalars['Decimal']['output']>;
  /** Average of `qtyInvoiced`; null where the group has none. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Average of `qtyReceived`; null where the group has none. */
  qtyReceived: Maybe<Scalars['Decimal']['output']>;
  /** Average of `qtyToInvoice`; null where the group has none. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of PurchaseOrderLine. */
export type PurchaseOrderLineConnection = {
  __typename?: 'PurchaseOrderLineConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<PurchaseOrderLineEdge>;
  /** The records of the page. */
  nodes: Array<PurchaseOrderLine>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A PurchaseOrderLine and its place in the list. */
export type PurchaseOrderLineEdge = {
  __typename?: 'PurchaseOrderLineEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: PurchaseOrderLine;
};

/** Which PurchaseOrderLine records to list; conditions beside each other must all hold. */
export type PurchaseOrderLineFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<PurchaseOrderLineFilter>>;
  /** Condition on `billLines`. */
  billLines?: InputMaybe<MoveLineListFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `datePlanned`. */
  datePlanned?: InputMaybe<DateTimeFilter>;
  /** Condition on `discount`. */
  discount?: InputMaybe<DecimalFilter>;
  /** Condition on `displayType`. */
  displayType?: InputMaybe<OrderLineDisplayTypeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `isDownpayment`. */
  isDownpayment?: InputMaybe<BooleanFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<PurchaseOrderLineFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<PurchaseOrderLineFilter>>;
  /** Condition on `order`. */
  order?: InputMaybe<PurchaseOrderFilter>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `priceSubtotal`. */
  priceSubtotal?: InputMaybe<DecimalFilter>;
  /** Condition on `priceTax`. */
  priceTax?: InputMaybe<DecimalFilter>;
  /** Condition on `priceTotal`. */
  priceTotal?: InputMaybe<DecimalFilter>;
  /** Condition on `priceUnit`. */
  priceUnit?: InputMaybe<DecimalFilter>;
  /** Condition on `product`. */
  product?: InputMaybe<ProductFilter>;
  /** Condition on `productQty`. */
  productQty?: InputMaybe<DecimalFilter>;
  /** Condition on `qtyInvoiced`. */
  qtyInvoiced?: InputMaybe<DecimalFilter>;
  /** Condition on `qtyReceived`. */
  qtyReceived?: InputMaybe<DecimalFilter>;
  /** Condition on `qtyToInvoice`. */
  qtyToInvoice?: InputMaybe<DecimalFilter>;
  /** Condition on `saleOrder`. */
  saleOrder?: InputMaybe<SaleOrderFilter>;
  /** Condition on `saleOrderLine`. */
  saleOrderLine?: InputMaybe<SaleOrderLineFilter>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<PurchaseOrderStateFilter>;
  /** Condition on `unit`. */
  unit?: InputMaybe<UnitFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of PurchaseOrderLine records with equal keys. */
export type PurchaseOrderLineGroup = {
  __typename?: 'PurchaseOrderLineGroup';
  /** Averages over the group. */
  avg: PurchaseOrderLineAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: PurchaseOrderLineGroupKeys;
  /** Greatest values of the group. */
  max: PurchaseOrderLineMax;
  /** Smallest values of the group. */
  min: PurchaseOrderLineMin;
  /** Sums over the group. */
  sum: PurchaseOrderLineSum;
};

/** One key of a grouping of PurchaseOrderLine. */
export type PurchaseOrderLineGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: PurchaseOrderLineGroupField;
};

/** Fields that PurchaseOrderLine records can be grouped by. */
export type PurchaseOrderLineGroupField =
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `datePlanned`. */
  | 'DATE_PLANNED'
  /** By `displayType`. */
  | 'DISPLAY_TYPE'
  /** By `isDownpayment`. */
  | 'IS_DOWNPAYMENT'
  /** By `name`. */
  | 'NAME'
  /** By `order`. */
  | 'ORDER'
  /** By `partner`. */
  | 'PARTNER'
  /** By `product`. */
  | 'PRODUCT'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `state`. */
  | 'STATE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of PurchaseOrderLine; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type PurchaseOrderLineGroupKeys = {
  __typename?: 'PurchaseOrderLineGroupKeys';
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `datePlanned`; of a time, where its interval begins. */
  datePlanned: Maybe<Scalars['DateTime']['output']>;
  /** The common `displayType`; of a time, where its interval begins. */
  displayType: Maybe<OrderLineDisplayType>;
  /** The common `isDownpayment`; of a time, where its interval begins. */
  isDownpayment: Maybe<Scalars['Boolean']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `order`; of a time, where its interval begins. */
  order: Maybe<PurchaseOrder>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `product`; of a time, where its interval begins. */
  product: Maybe<Product>;
  /** The common `saleOrder`; of a time, where its interval begins. */
  saleOrder: Maybe<SaleOrder>;
  /** The common `saleOrderLine`; of a time, where its interval begins. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<PurchaseOrderState>;
  /** The common `unit`; of a time, where its interval begins. */
  unit: Maybe<Unit>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of PurchaseOrderLine. */
export type PurchaseOrderLineGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: PurchaseOrderLineGroupOrderField;
};

/** What groups of PurchaseOrderLine can be ordered by. */
export type PurchaseOrderLineGroupOrderField =
  /** By the average of `discount`. */
  | 'AVG_DISCOUNT'
  /** By the average of `priceSubtotal`. */
  | 'AVG_PRICE_SUBTOTAL'
  /** By the average of `priceTax`. */
  | 'AVG_PRICE_TAX'
  /** By the average of `priceTotal`. */
  | 'AVG_PRICE_TOTAL'
  /** By the average of `priceUnit`. */
  | 'AVG_PRICE_UNIT'
  /** By the average of `productQty`. */
  | 'AVG_PRODUCT_QTY'
  /** By the average of `qtyInvoiced`. */
  | 'AVG_QTY_INVOICED'
  /** By the average of `qtyReceived`. */
  | 'AVG_QTY_RECEIVED'
  /** By the average of `qtyToInvoice`. */
  | 'AVG_QTY_TO_INVOICE'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `datePlanned`. */
  | 'DATE_PLANNED'
  /** By `displayType`. */
  | 'DISPLAY_TYPE'
  /** By `isDownpayment`. */
  | 'IS_DOWNPAYMENT'
  /** By the greatest `datePlanned`. */
  | 'MAX_DATE_PLANNED'
  /** By the greatest `discount`. */
  | 'MAX_DISCOUNT'
  /** By the greatest `priceSubtotal`. */
  | 'MAX_PRICE_SUBTOTAL'
  /** By the greatest `priceTax`. */
  | 'MAX_PRICE_TAX'
  /** By the greatest `priceTotal`. */
  | 'MAX_PRICE_TOTAL'
  /** By the greatest `priceUnit`. */
  | 'MAX_PRICE_UNIT'
  /** By the greatest `productQty`. */
  | 'MAX_PRODUCT_QTY'
  /** By the greatest `qtyInvoiced`. */
  | 'MAX_QTY_INVOICED'
  /** By the greatest `qtyReceived`. */
  | 'MAX_QTY_RECEIVED'
  /** By the greatest `qtyToInvoice`. */
  | 'MAX_QTY_TO_INVOICE'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `datePlanned`. */
  | 'MIN_DATE_PLANNED'
  /** By the smallest `discount`. */
  | 'MIN_DISCOUNT'
  /** By the smallest `priceSubtotal`. */
  | 'MIN_PRICE_SUBTOTAL'
  /** By the smallest `priceTax`. */
  | 'MIN_PRICE_TAX'
  /** By the smallest `priceTotal`. */
  | 'MIN_PRICE_TOTAL'
  /** By the smallest `priceUnit`. */
  | 'MIN_PRICE_UNIT'
  /** By the smallest `productQty`. */
  | 'MIN_PRODUCT_QTY'
  /** By the smallest `qtyInvoiced`. */
  | 'MIN_QTY_INVOICED'
  /** By the smallest `qtyReceived`. */
  | 'MIN_QTY_RECEIVED'
  /** By the smallest `qtyToInvoice`. */
  | 'MIN_QTY_TO_INVOICE'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `order`. */
  | 'ORDER'
  /** By `partner`. */
  | 'PARTNER'
  /** By `product`. */
  | 'PRODUCT'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `discount`. */
  | 'SUM_DISCOUNT'
  /** By the sum of `priceSubtotal`. */
  | 'SUM_PRICE_SUBTOTAL'
  /** By the sum of `priceTax`. */
  | 'SUM_PRICE_TAX'
  /** By the sum of `priceTotal`. */
  | 'SUM_PRICE_TOTAL'
  /** By the sum of `priceUnit`. */
  | 'SUM_PRICE_UNIT'
  /** By the sum of `productQty`. */
  | 'SUM_PRODUCT_QTY'
  /** By the sum of `qtyInvoiced`. */
  | 'SUM_QTY_INVOICED'
  /** By the sum of `qtyReceived`. */
  | 'SUM_QTY_RECEIVED'
  /** By the sum of `qtyToInvoice`. */
  | 'SUM_QTY_TO_INVOICE'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of PurchaseOrderLine. */
export type PurchaseOrderLineGroupPage = {
  __typename?: 'PurchaseOrderLineGroupPage';
  /** The groups. */
  groups: Array<PurchaseOrderLineGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of PurchaseOrderLine below a record. */
export type PurchaseOrderLineListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<PurchaseOrderLineFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<PurchaseOrderLineFilter>;
};

/** Greatest of the numbers of a group of PurchaseOrderLine. */
export type PurchaseOrderLineMax = {
  __typename?: 'PurchaseOrderLineMax';
  /** Greatest of `datePlanned`; null where the group has none. */
  datePlanned: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceTax`; null where the group has none. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `productQty`; null where the group has none. */
  productQty: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `qtyInvoiced`; null where the group has none. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `qtyReceived`; null where the group has none. */
  qtyReceived: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `qtyToInvoice`; null where the group has none. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of PurchaseOrderLine. */
export type PurchaseOrderLineMin = {
  __typename?: 'PurchaseOrderLineMin';
  /** Smallest of `datePlanned`; null where the group has none. */
  datePlanned: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceTax`; null where the group has none. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `productQty`; null where the group has none. */
  productQty: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `qtyInvoiced`; null where the group has none. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `qtyReceived`; null where the group has none. */
  qtyReceived: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `qtyToInvoice`; null where the group has none. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of PurchaseOrderLine. */
export type PurchaseOrderLineOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: PurchaseOrderLineOrderField;
};

/** Fields that a list of PurchaseOrderLine can be ordered by. */
export type PurchaseOrderLineOrderField =
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `datePlanned`. */
  | 'DATE_PLANNED'
  /** By `discount`. */
  | 'DISCOUNT'
  /** By `displayType`. */
  | 'DISPLAY_TYPE'
  /** By `id`. */
  | 'ID'
  /** By `isDownpayment`. */
  | 'IS_DOWNPAYMENT'
  /** By `name`. */
  | 'NAME'
  /** By `order`. */
  | 'ORDER'
  /** By `partner`. */
  | 'PARTNER'
  /** By `priceSubtotal`. */
  | 'PRICE_SUBTOTAL'
  /** By `priceTax`. */
  | 'PRICE_TAX'
  /** By `priceTotal`. */
  | 'PRICE_TOTAL'
  /** By `priceUnit`. */
  | 'PRICE_UNIT'
  /** By `product`. */
  | 'PRODUCT'
  /** By `productQty`. */
  | 'PRODUCT_QTY'
  /** By `qtyInvoiced`. */
  | 'QTY_INVOICED'
  /** By `qtyReceived`. */
  | 'QTY_RECEIVED'
  /** By `qtyToInvoice`. */
  | 'QTY_TO_INVOICE'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `state`. */
  | 'STATE'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of PurchaseOrderLine. */
export type PurchaseOrderLineSum = {
  __typename?: 'PurchaseOrderLineSum';
  /** Sum of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceTax`; null where the group has none. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `productQty`; null where the group has none. */
  productQty: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `qtyInvoiced`; null where the group has none. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `qtyReceived`; null where the group has none. */
  qtyReceived: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `qtyToInvoice`; null where the group has none. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** A condition on a list of PurchaseOrder below a record. */
export type PurchaseOrderListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<PurchaseOrderFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<PurchaseOrderFilter>;
};

/** Greatest of the numbers of a group of PurchaseOrder. */
export type PurchaseOrderMax = {
  __typename?: 'PurchaseOrderMax';
  /** Greatest of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountTotalCompany`; null where the group has none. */
  amountTotalCompany: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `currencyRate`; null where the group has none. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `dateApprove`; null where the group has none. */
  dateApprove: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `dateOrder`; null where the group has none. */
  dateOrder: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `datePlanned`; null where the group has none. */
  datePlanned: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `effectiveDate`; null where the group has none. */
  effectiveDate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `invoiceCount`; null where the group has none. */
  invoiceCount: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of PurchaseOrder. */
export type PurchaseOrderMin = {
  __typename?: 'PurchaseOrderMin';
  /** Smallest of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountTotalCompany`; null where the group has none. */
  amountTotalCompany: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `currencyRate`; null where the group has none. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `dateApprove`; null where the group has none. */
  dateApprove: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `dateOrder`; null where the group has none. */
  dateOrder: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `datePlanned`; null where the group has none. */
  datePlanned: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `effectiveDate`; null where the group has none. */
  effectiveDate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `invoiceCount`; null where the group has none. */
  invoiceCount: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of PurchaseOrder. */
export type PurchaseOrderOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: PurchaseOrderOrderField;
};

/** Fields that a list of PurchaseOrder can be ordered by. */
export type PurchaseOrderOrderField =
  /** By `acknowledged`. */
  | 'ACKNOWLEDGED'
  /** By `amountTax`. */
  | 'AMOUNT_TAX'
  /** By `amountTotal`. */
  | 'AMOUNT_TOTAL'
  /** By `amountTotalCompany`. */
  | 'AMOUNT_TOTAL_COMPANY'
  /** By `amountUntaxed`. */
  | 'AMOUNT_UNTAXED'
  /** By `buyer`. */
  | 'BUYER'
  /** By `company`. */
  | 'COMPANY'
  /** By `companyCurrency`. */
  | 'COMPANY_CURRENCY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `currencyRate`. */
  | 'CURRENCY_RATE'
  /** By `dateApprove`. */
  | 'DATE_APPROVE'
  /** By `dateOrder`. */
  | 'DATE_ORDER'
  /** By `datePlanned`. */
  | 'DATE_PLANNED'
  /** By `effectiveDate`. */
  | 'EFFECTIVE_DATE'
  /** By `id`. */
  | 'ID'
  /** By `invoiceCount`. */
  | 'INVOICE_COUNT'
  /** By `invoiceStatus`. */
  | 'INVOICE_STATUS'
  /** By `locked`. */
  | 'LOCKED'
  /** By `name`. */
  | 'NAME'
  /** By `note`. */
  | 'NOTE'
  /** By `origin`. */
  | 'ORIGIN'
  /** By `partner`. */
  | 'PARTNER'
  /** By `partnerRef`. */
  | 'PARTNER_REF'
  /** By `priority`. */
  | 'PRIORITY'
  /** By `project`. */
  | 'PROJECT'
  /** By `receiptStatus`. */
  | 'RECEIPT_STATUS'
  /** By `state`. */
  | 'STATE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Importance of a purchase order. */
export type PurchaseOrderPriority =
  /** Normal, the default. */
  | 'NORMAL'
  /** Urgent. */
  | 'URGENT';

/** A condition on a PurchaseOrderPriority; null satisfies none but `isNull`. */
export type PurchaseOrderPriorityFilter = {
  /** Equal to. */
  eq?: InputMaybe<PurchaseOrderPriority>;
  /** One of. */
  in?: InputMaybe<Array<PurchaseOrderPriority>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PurchaseOrderPriority>;
  /** None of. */
  notIn?: InputMaybe<Array<PurchaseOrderPriority>>;
};

/** Life cycle of a purchase order. */
export type PurchaseOrderState =
  /** Cancelled. */
  | 'CANCEL'
  /** A request for quotation. */
  | 'DRAFT'
  /** A purchase order. */
  | 'PURCHASE'
  /** A request for quotation that was sent to the vendor. */
  | 'SENT'
  /** Confirmed by the buyer, waits for approval. */
  | 'TO_APPROVE';

/** A condition on a PurchaseOrderState; null satisfies none but `isNull`. */
export type PurchaseOrderStateFilter = {
  /** Equal to. */
  eq?: InputMaybe<PurchaseOrderState>;
  /** One of. */
  in?: InputMaybe<Array<PurchaseOrderState>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<PurchaseOrderState>;
  /** None of. */
  notIn?: InputMaybe<Array<PurchaseOrderState>>;
};

/** Sum of the numbers of a group of PurchaseOrder. */
export type PurchaseOrderSum = {
  __typename?: 'PurchaseOrderSum';
  /** Sum of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountTotalCompany`; null where the group has none. */
  amountTotalCompany: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `currencyRate`; null where the group has none. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `invoiceCount`; null where the group has none. */
  invoiceCount: Maybe<Scalars['Decimal']['output']>;
};

/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type Query = {
  __typename?: 'Query';
  /** One account by Odoo's key; null where there is none that the reader may see. */
  account: Maybe<Account>;
  /** The same as a page, which says whether there are more groups. */
  accountGroupPage: Maybe<AccountGroupPage>;
  /** Counts of accounts, group by group. */
  accountGroups: Maybe<Array<AccountGroup>>;
  /** The chart of accounts, by code. */
  accounts: Maybe<AccountConnection>;
  /** One approval by its uuid; null where there is none that the viewer may see. */
  approval: Maybe<Approval>;
  /** Approvals that the viewer may see, the newest first. */
  approvals: Maybe<ApprovalConnection>;
  /** One archive by its uuid; null where there is none. */
  archive: Maybe<Archive>;
  /** Archives of what left the ledger, the newest first. */
  archives: Maybe<ArchiveConnection>;
  /**
   * Asks the workspace a question: finds passages by their words and by their meaning, among the pages that the viewer may
   * see, and where a language model is configured has it answer from them. Writes to no table.
   */
  askDocs: Maybe<DocsAnswer>;
  /** One attachment by its uuid; null where there is none that the viewer may see. */
  attachment: Maybe<Attachment>;
  /** One backup by its uuid; null where there is none. */
  backup: Maybe<Backup>;
  /** Backups, the newest first. */
  backups: Maybe<BackupConnection>;
  /** One filing by Odoo's key; null where there is none that the reader may see. */
  birFiling: Maybe<BirFiling>;
  /** The same as a page, which says whether there are more groups. */
  birFilingGroupPage: Maybe<BirFilingGroupPage>;
  /** Counts and amounts of filings, group by group. */
  birFilingGroups: Maybe<Array<BirFilingGroup>>;
  /** Filings of tax forms; the latest due first. */
  birFilings: Maybe<BirFilingConnection>;
  /** One build by its uuid; null where there is none that the viewer may see. */
  build: Maybe<Build>;
  /** Builds that the viewer may see, the newest first. */
  builds: Maybe<BuildConnection>;
  /** Companies that the reader may see, in Odoo's order. */
  companies: Maybe<CompanyConnection>;
  /** One company by Odoo's key; null where there is none that the reader may see. */
  company: Maybe<Company>;
  /** The same as a page, which says whether there are more groups. */
  companyGroupPage: Maybe<CompanyGroupPage>;
  /** Counts of companies, group by group. */
  companyGroups: Maybe<Array<CompanyGroup>>;
  /** Countries, by name. */
  countries: Maybe<CountryConnection>;
  /** One country by Odoo's key; null where there is none that the reader may see. */
  country: Maybe<Country>;
  /** The same as a page, which says whether there are more groups. */
  countryGroupPage: Maybe<CountryGroupPage>;
  /** Counts of countries, group by group. */
  countryGroups: Maybe<Array<CountryGroup>>;
  /** Currencies in use, by code. */
  currencies: Maybe<CurrencyConnection>;
  /** One currency by Odoo's key; null where there is none that the reader may see. */
  currency: Maybe<Currency>;
  /** The same as a page, which says whether there are more groups. */
  currencyGroupPage: Maybe<CurrencyGroupPage>;
  /** Counts of currencies, group by group. */
  currencyGroups: Maybe<Array<CurrencyGroup>>;
  /** One database by its uuid; null where there is none that the viewer may see. */
  database: Maybe<Database>;
  /** One row by its uuid; null where there is none that the viewer may see. */
  databaseRow: Maybe<DatabaseRow>;
  /** Rows of a database counted and summed by what a column holds, in one statement; empty where the viewer sees no such database. */
  databaseRowGroups: Maybe<CellGroups>;
  /** Rows of a database by what their cells hold, in one statement; empty where the viewer sees no such database. */
  databaseRows: Maybe<TypedRows>;
  /** Databases that the viewer may see. */
  databases: Maybe<DatabaseConnection>;
  /** One project by its uuid; null where there is none that the viewer may see. */
  deliveryProject: Maybe<DeliveryProject>;
  /** Projects that the viewer may see, by slug. */
  deliveryProjects: Maybe<DeliveryProjectConnection>;
  /** One department by Odoo's key; null where there is none that the reader may see. */
  department: Maybe<Department>;
  /** The same as a page, which says whether there are more groups. */
  departmentGroupPage: Maybe<DepartmentGroupPage>;
  /** Counts of departments, group by group. */
  departmentGroups: Maybe<Array<DepartmentGroup>>;
  /** Departments, by name. */
  departments: Maybe<DepartmentConnection>;
  /** One deployment by its uuid; null where there is none that the viewer may see. */
  deployment: Maybe<Deployment>;
  /** Deployments that the viewer may see, the newest first. */
  deployments: Maybe<DeploymentConnection>;
  /** Who owns what, who may read and write it, and which agents there are: `ssot/doctrine.yaml`, as this gateway has loaded it. */
  doctrine: Maybe<Doctrine>;
  /** One employee by Odoo's key; null where there is none that the reader may see. */
  employee: Maybe<Employee>;
  /** The same as a page, which says whether there are more groups. */
  employeeGroupPage: Maybe<EmployeeGroupPage>;
  /** Counts and costs of employees, group by group. */
  employeeGroups: Maybe<Array<EmployeeGroup>>;
  /** Employees, by name. */
  employees: Maybe<EmployeeConnection>;
  /** One environment by its uuid; null where there is none that the viewer may see. */
  environment: Maybe<Environment>;
  /** Environments that the viewer may see, by project. */
  environments: Maybe<EnvironmentConnection>;
  /** One expense by Odoo's key; null where there is none that the reader may see. */
  expense: Maybe<Expense>;
  /** The same as a page, which says whether there are more groups. */
  expenseGroupPage: Maybe<ExpenseGroupPage>;
  /** Counts and amounts of expenses, group by group. */
  expenseGroups: Maybe<Array<ExpenseGroup>>;
  /** Expenses; the newest first. */
  expenses: Maybe<ExpenseConnection>;
  /**
   * Whether the asking viewer may do what a coordinate names, and by which line of the doctrine: execute a mutation, ask a
   * root field, enter a link, or read a table, model, type or field. Row-level security decides beside it, row by row.
   */
  explainPermission: Maybe<PermissionExplanation>;
  /** One entry of a page's history by its uuid; null where there is none that the viewer may see. */
  historyEntry: Maybe<HistoryEntry>;
  /** Pages that wait for the search index, those that wait longest first, dead letters among them; for services and the indexer. */
  indexQueue: Maybe<IndexQueueEntryConnection>;
  /** One journal by Odoo's key; null where there is none that the reader may see. */
  journal: Maybe<Journal>;
  /** The same as a page, which says whether there are more groups. */
  journalGroupPage: Maybe<JournalGroupPage>;
  /** Counts of journals, group by group. */
  journalGroups: Maybe<Array<JournalGroup>>;
  /** Journals, in Odoo's order. */
  journals: Maybe<JournalConnection>;
  /** One journal entry by Odoo's key; null where there is none that the reader may see. */
  move: Maybe<Move>;
  /** The same as a page, which says whether there are more groups. */
  moveGroupPage: Maybe<MoveGroupPage>;
  /** Counts and amounts of journal entries, group by group. */
  moveGroups: Maybe<Array<MoveGroup>>;
  /** One line of a journal entry by Odoo's key; null where there is none that the reader may see. */
  moveLine: Maybe<MoveLine>;
  /** The same as a page, which says whether there are more groups. */
  moveLineGroupPage: Maybe<MoveLineGroupPage>;
  /** Counts, quantities and amounts of lines of journal entries, group by group. */
  moveLineGroups: Maybe<Array<MoveLineGroup>>;
  /** Lines of journal entries; the newest first. */
  moveLines: Maybe<MoveLineConnection>;
  /** Journal entries: invoices, bills, refunds, receipts and miscellaneous ones; the newest first. */
  moves: Maybe<MoveConnection>;
  /** The record that a `nodeId` names, under the rule of its type; null where there is none that the viewer may see, as a lookup by its own id answers. */
  node: Maybe<Node>;
  /** The records that `nodeId`s name, in their order, one call for each type; null in the place of each that is not there. */
  nodes: Maybe<Array<Maybe<Node>>>;
  /** One link by its uuid; null where there is none. */
  odooUserLink: Maybe<OdooUserLink>;
  /** Links between users and Odoo users, by instance and login. */
  odooUserLinks: Maybe<OdooUserLinkConnection>;
  /** One page by its uuid; null where there is none that the viewer may see. */
  page: Maybe<Page>;
  /** The pages of a space as a tree, in one statement whatever its depth; empty where the viewer sees no such space. */
  pageTree: Maybe<PageTree>;
  /** Pages that the viewer may see. */
  pages: Maybe<PageConnection>;
  /** One partner by Odoo's key; null where there is none that the reader may see. */
  partner: Maybe<Partner>;
  /** The same as a page, which says whether there are more groups. */
  partnerGroupPage: Maybe<PartnerGroupPage>;
  /** Counts of partners, group by group. */
  partnerGroups: Maybe<Array<PartnerGroup>>;
  /** Partners, by name. */
  partners: Maybe<PartnerConnection>;
  /** One payment by Odoo's key; null where there is none that the reader may see. */
  payment: Maybe<Payment>;
  /** The same as a page, which says whether there are more groups. */
  paymentGroupPage: Maybe<PaymentGroupPage>;
  /** Counts and amounts of payments, group by group. */
  paymentGroups: Maybe<Array<PaymentGroup>>;
  /** Payments received and sent; the newest first. */
  payments: Maybe<PaymentConnection>;
  /** One product variant by Odoo's key; null where there is none that the reader may see. */
  product: Maybe<Product>;
  /** Product categories, by complete name. */
  productCategories: Maybe<ProductCategoryConnection>;
  /** One product category by Odoo's key; null where there is none that the reader may see. */
  productCategory: Maybe<ProductCategory>;
  /** The same as a page, which says whether there are more groups. */
  productCategoryGroupPage: Maybe<ProductCategoryGroupPage>;
  /** Counts of product categories, group by group. */
  productCategoryGroups: Maybe<Array<ProductCategoryGroup>>;
  /** The same as a page, which says whether there are more groups. */
  productGroupPage: Maybe<ProductGroupPage>;
  /** Counts and prices of product variants, group by group. */
  productGroups: Maybe<Array<ProductGroup>>;
  /** One product by Odoo's key; null where there is none that the reader may see. */
  productTemplate: Maybe<ProductTemplate>;
  /** The same as a page, which says whether there are more groups. */
  productTemplateGroupPage: Maybe<ProductTemplateGroupPage>;
  /** Counts and prices of products, group by group. */
  productTemplateGroups: Maybe<Array<ProductTemplateGroup>>;
  /** Products, favourites first. */
  productTemplates: Maybe<ProductTemplateConnection>;
  /** Product variants, by internal reference. */
  products: Maybe<ProductConnection>;
  /** One project by Odoo's key; null where there is none that the reader may see. */
  project: Maybe<Project>;
  /** The same as a page, which says whether there are more groups. */
  projectGroupPage: Maybe<ProjectGroupPage>;
  /** Counts and hours of projects, group by group. */
  projectGroups: Maybe<Array<ProjectGroup>>;
  /** One membership by its uuid; null where there is none. */
  projectMember: Maybe<ProjectMember>;
  /** Memberships of all projects, the oldest first. */
  projectMembers: Maybe<ProjectMemberConnection>;
  /** One tag by Odoo's key; null where there is none that the reader may see. */
  projectTag: Maybe<ProjectTag>;
  /** The same as a page, which says whether there are more groups. */
  projectTagGroupPage: Maybe<ProjectTagGroupPage>;
  /** Counts of tags, group by group. */
  projectTagGroups: Maybe<Array<ProjectTagGroup>>;
  /** Tags of projects and tasks, by name. */
  projectTags: Maybe<ProjectTagConnection>;
  /** Projects, in the order of the board. */
  projects: Maybe<ProjectConnection>;
  /** One purchase order by Odoo's key; null where there is none that the reader may see. */
  purchaseOrder: Maybe<PurchaseOrder>;
  /** The same as a page, which says whether there are more groups. */
  purchaseOrderGroupPage: Maybe<PurchaseOrderGroupPage>;
  /** Counts and amounts of purchase orders, group by group. */
  purchaseOrderGroups: Maybe<Array<PurchaseOrderGroup>>;
  /** One line of a purchase order by Odoo's key; null where there is none that the reader may see. */
  purchaseOrderLine: Maybe<PurchaseOrderLine>;
  /** The same as a page, which says whether there are more groups. */
  purchaseOrderLineGroupPage: Maybe<PurchaseOrderLineGroupPage>;
  /** Counts, quantities and amounts of lines of purchase orders, group by group. */
  purchaseOrderLineGroups: Maybe<Array<PurchaseOrderLineGroup>>;
  /** Lines of purchase orders, order by order. */
  purchaseOrderLines: Maybe<PurchaseOrderLineConnection>;
  /** Requests for quotation and purchase orders; urgent ones first, then the newest. */
  purchaseOrders: Maybe<PurchaseOrderConnection>;
  /** One role by its uuid; null where there is none. */
  role: Maybe<Role>;
  /** Roles, by name. */
  roles: Maybe<RoleConnection>;
  /** One run by its uuid; null where there is none. */
  run: Maybe<Run>;
  /** How many runs, and how long they took, by agent, status and hour; the latest hour first. */
  runStats: Maybe<RunStatConnection>;
  /** Runs, the newest first. */
  runs: Maybe<RunConnection>;
  /** One sales order by Odoo's key; null where there is none that the reader may see. */
  saleOrder: Maybe<SaleOrder>;
  /** The same as a page, which says whether there are more groups. */
  saleOrderGroupPage: Maybe<SaleOrderGroupPage>;
  /** Counts and amounts of sales orders, group by group. */
  saleOrderGroups: Maybe<Array<SaleOrderGroup>>;
  /** One line of a sales order by Odoo's key; null where there is none that the reader may see. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** The same as a page, which says whether there are more groups. */
  saleOrderLineGroupPage: Maybe<SaleOrderLineGroupPage>;
  /** Counts, quantities and amounts of lines of sales orders, group by group. */
  saleOrderLineGroups: Maybe<Array<SaleOrderLineGroup>>;
  /** Lines of sales orders, order by order. */
  saleOrderLines: Maybe<SaleOrderLineConnection>;
  /** Quotations and sales orders; the newest first. */
  saleOrders: Maybe<SaleOrderConnection>;
  /** One schedule by its uuid; null where there is none. */
  schedule: Maybe<Schedule>;
  /** Schedules, by name. */
  schedules: Maybe<ScheduleConnection>;
  /** Pages by their titles, for a quick switcher: by the beginnings of words, in any order, and with typos. Archived pages and spaces are left out. */
  searchPages: Maybe<Array<PageMatch>>;
  /** One space by its uuid; null where there is none that the viewer may see. */
  space: Maybe<Space>;
  /** Spaces that the viewer may see, by name. */
  spaces: Maybe<SpaceConnection>;
  /** One task by Odoo's key; null where there is none that the reader may see. */
  task: Maybe<Task>;
  /** The same as a page, which says whether there are more groups. */
  taskGroupPage: Maybe<TaskGroupPage>;
  /** Counts and hours of tasks, group by group. */
  taskGroups: Maybe<Array<TaskGroup>>;
  /** One column of a board by Odoo's key; null where there is none that the reader may see. */
  taskStage: Maybe<TaskStage>;
  /** The same as a page, which says whether there are more groups. */
  taskStageGroupPage: Maybe<TaskStageGroupPage>;
  /** Counts of columns of boards, group by group. */
  taskStageGroups: Maybe<Array<TaskStageGroup>>;
  /** Columns of the boards, in order. */
  taskStages: Maybe<TaskStageConnection>;
  /** Tasks; the most important first, then in the order of the board. */
  tasks: Maybe<TaskConnection>;
  /** One tax by Odoo's key; null where there is none that the reader may see. */
  tax: Maybe<Tax>;
  /** The same as a page, which says whether there are more groups. */
  taxGroupPage: Maybe<TaxGroupPage>;
  /** Counts and rates of taxes, group by group. */
  taxGroups: Maybe<Array<TaxGroup>>;
  /** Taxes, in Odoo's order. */
  taxes: Maybe<TaxConnection>;
  /** One template by its uuid; null where there is none that the viewer may see. */
  template: Maybe<Template>;
  /** One entry of time by Odoo's key; null where there is none that the reader may see. */
  timesheet: Maybe<Timesheet>;
  /** The same as a page, which says whether there are more groups. */
  timesheetGroupPage: Maybe<TimesheetGroupPage>;
  /** Counts, hours and costs of time spent, group by group. */
  timesheetGroups: Maybe<Array<TimesheetGroup>>;
  /** Time spent on projects; the newest first. */
  timesheets: Maybe<TimesheetConnection>;
  /** One unit of measure by Odoo's key; null where there is none that the reader may see. */
  unit: Maybe<Unit>;
  /** The same as a page, which says whether there are more groups. */
  unitGroupPage: Maybe<UnitGroupPage>;
  /** Counts of units of measure, group by group. */
  unitGroups: Maybe<Array<UnitGroup>>;
  /** Units of measure, in Odoo's order. */
  units: Maybe<UnitConnection>;
  /** One user by Odoo's key; null where there is none that the reader may see. */
  user: Maybe<User>;
  /** The same as a page, which says whether there are more groups. */
  userGroupPage: Maybe<UserGroupPage>;
  /** Counts of users, group by group. */
  userGroups: Maybe<Array<UserGroup>>;
  /** Users of Odoo, by name. */
  users: Maybe<UserConnection>;
  /** Recomputes the chain of a run's events and names its first break; `NOT_FOUND` where there is no such run. */
  verifyLedger: Maybe<LedgerVerification>;
  /** The caller, as the gateway understands the token. */
  viewer: Maybe<Viewer>;
  /**
   * Who may write what a coordinate names: a mutation (`Mutation.enqueueRun`), a table or model (`ops.runs`, `res.partner`),
   * or a type or field (`Page`, `Page.title`). A coordinate that is none of them is `BAD_USER_INPUT`, with the nearest one.
   */
  whoMayWrite: Maybe<WritePermission>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryAccountArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryAccountGroupPageArgs = {
  filter?: InputMaybe<AccountFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<AccountGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<AccountGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryAccountGroupsArgs = {
  filter?: InputMaybe<AccountFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<AccountGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<AccountGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AccountOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryApprovalArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryApprovalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApprovalFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ApprovalOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryArchiveArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryArchivesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArchiveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ArchiveOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryAskDocsArgs = {
  filter?: InputMaybe<AskDocsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  question: Scalars['String']['input'];
  spaceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryAttachmentArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryBackupArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryBackupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BackupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BackupOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryBirFilingArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryBirFilingGroupPageArgs = {
  filter?: InputMaybe<BirFilingFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<BirFilingGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<BirFilingGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryBirFilingGroupsArgs = {
  filter?: InputMaybe<BirFilingFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<BirFilingGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<BirFilingGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryBirFilingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BirFilingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BirFilingOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryBuildArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryBuildsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BuildFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BuildOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCompaniesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CompanyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CompanyOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCompanyArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCompanyGroupPageArgs = {
  filter?: InputMaybe<CompanyFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<CompanyGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<CompanyGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCompanyGroupsArgs = {
  filter?: InputMaybe<CompanyFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<CompanyGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<CompanyGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCountriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CountryOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCountryArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCountryGroupPageArgs = {
  filter?: InputMaybe<CountryFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<CountryGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<CountryGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCountryGroupsArgs = {
  filter?: InputMaybe<CountryFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<CountryGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<CountryGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCurrenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CurrencyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CurrencyOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCurrencyArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCurrencyGroupPageArgs = {
  filter?: InputMaybe<CurrencyFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<CurrencyGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<CurrencyGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryCurrencyGroupsArgs = {
  filter?: InputMaybe<CurrencyFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<CurrencyGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<CurrencyGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDatabaseArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDatabaseRowArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDatabaseRowGroupsArgs = {
  by?: InputMaybe<Scalars['String']['input']>;
  databaseId: Scalars['ID']['input'];
  filter?: InputMaybe<DatabaseCellFilter>;
  sum?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDatabaseRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  databaseId: Scalars['ID']['input'];
  filter?: InputMaybe<DatabaseCellFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DatabaseCellOrder>>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDatabasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DatabaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DatabaseOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDeliveryProjectArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDeliveryProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeliveryProjectOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDepartmentArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDepartmentGroupPageArgs = {
  filter?: InputMaybe<DepartmentFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<DepartmentGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<DepartmentGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDepartmentGroupsArgs = {
  filter?: InputMaybe<DepartmentFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<DepartmentGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<DepartmentGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDepartmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DepartmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DepartmentOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDeploymentArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryDeploymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeploymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeploymentOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryEmployeeArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryEmployeeGroupPageArgs = {
  filter?: InputMaybe<EmployeeFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<EmployeeGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<EmployeeGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryEmployeeGroupsArgs = {
  filter?: InputMaybe<EmployeeFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<EmployeeGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<EmployeeGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryEmployeesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmployeeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<EmployeeOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryEnvironmentArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryEnvironmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EnvironmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<EnvironmentOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryExpenseArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryExpenseGroupPageArgs = {
  filter?: InputMaybe<ExpenseFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ExpenseGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ExpenseGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryExpenseGroupsArgs = {
  filter?: InputMaybe<ExpenseFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ExpenseGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ExpenseGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryExpensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExpenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ExpenseOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryExplainPermissionArgs = {
  coordinate: Scalars['String']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryHistoryEntryArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryIndexQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IndexQueueEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<IndexQueueEntryOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryJournalArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryJournalGroupPageArgs = {
  filter?: InputMaybe<JournalFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<JournalGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<JournalGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryJournalGroupsArgs = {
  filter?: InputMaybe<JournalFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<JournalGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<JournalGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryJournalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<JournalFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<JournalOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMoveArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMoveGroupPageArgs = {
  filter?: InputMaybe<MoveFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<MoveGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<MoveGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMoveGroupsArgs = {
  filter?: InputMaybe<MoveFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<MoveGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<MoveGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMoveLineArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMoveLineGroupPageArgs = {
  filter?: InputMaybe<MoveLineFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<MoveLineGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<MoveLineGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMoveLineGroupsArgs = {
  filter?: InputMaybe<MoveLineFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<MoveLineGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<MoveLineGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMoveLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMovesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryOdooUserLinkArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryOdooUserLinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OdooUserLinkFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<OdooUserLinkOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPageArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPageTreeArgs = {
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  depth?: InputMaybe<Scalars['Int']['input']>;
  spaceId: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PageOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPartnerArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPartnerGroupPageArgs = {
  filter?: InputMaybe<PartnerFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<PartnerGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<PartnerGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPartnerGroupsArgs = {
  filter?: InputMaybe<PartnerFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<PartnerGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<PartnerGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PartnerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PartnerOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPaymentGroupPageArgs = {
  filter?: InputMaybe<PaymentFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<PaymentGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<PaymentGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPaymentGroupsArgs = {
  filter?: InputMaybe<PaymentFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<PaymentGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<PaymentGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PaymentOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductCategoriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductCategoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProductCategoryOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductCategoryArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductCategoryGroupPageArgs = {
  filter?: InputMaybe<ProductCategoryFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProductCategoryGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProductCategoryGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductCategoryGroupsArgs = {
  filter?: InputMaybe<ProductCategoryFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProductCategoryGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProductCategoryGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductGroupPageArgs = {
  filter?: InputMaybe<ProductFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProductGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProductGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductGroupsArgs = {
  filter?: InputMaybe<ProductFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProductGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProductGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductTemplateArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductTemplateGroupPageArgs = {
  filter?: InputMaybe<ProductTemplateFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProductTemplateGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProductTemplateGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductTemplateGroupsArgs = {
  filter?: InputMaybe<ProductTemplateFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProductTemplateGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProductTemplateGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductTemplatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductTemplateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProductTemplateOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProductOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectGroupPageArgs = {
  filter?: InputMaybe<ProjectFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProjectGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProjectGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectGroupsArgs = {
  filter?: InputMaybe<ProjectFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProjectGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProjectGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectMemberArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectMemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectMemberOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectTagArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectTagGroupPageArgs = {
  filter?: InputMaybe<ProjectTagFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProjectTagGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProjectTagGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectTagGroupsArgs = {
  filter?: InputMaybe<ProjectTagFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<ProjectTagGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<ProjectTagGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectTagFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectTagOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPurchaseOrderArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPurchaseOrderGroupPageArgs = {
  filter?: InputMaybe<PurchaseOrderFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<PurchaseOrderGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<PurchaseOrderGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPurchaseOrderGroupsArgs = {
  filter?: InputMaybe<PurchaseOrderFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<PurchaseOrderGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<PurchaseOrderGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPurchaseOrderLineArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPurchaseOrderLineGroupPageArgs = {
  filter?: InputMaybe<PurchaseOrderLineFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<PurchaseOrderLineGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<PurchaseOrderLineGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPurchaseOrderLineGroupsArgs = {
  filter?: InputMaybe<PurchaseOrderLineFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<PurchaseOrderLineGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<PurchaseOrderLineGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPurchaseOrderLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PurchaseOrderLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PurchaseOrderLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPurchaseOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PurchaseOrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PurchaseOrderOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryRoleArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryRolesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RoleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RoleOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryRunArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryRunStatsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunStatFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RunStatOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RunOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySaleOrderArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySaleOrderGroupPageArgs = {
  filter?: InputMaybe<SaleOrderFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<SaleOrderGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<SaleOrderGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySaleOrderGroupsArgs = {
  filter?: InputMaybe<SaleOrderFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<SaleOrderGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<SaleOrderGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySaleOrderLineArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySaleOrderLineGroupPageArgs = {
  filter?: InputMaybe<SaleOrderLineFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<SaleOrderLineGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<SaleOrderLineGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySaleOrderLineGroupsArgs = {
  filter?: InputMaybe<SaleOrderLineFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<SaleOrderLineGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<SaleOrderLineGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySaleOrderLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SaleOrderLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SaleOrderLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySaleOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SaleOrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SaleOrderOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryScheduleArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySchedulesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ScheduleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ScheduleOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySearchPagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
  spaceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySpaceArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QuerySpacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SpaceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SpaceOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaskArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaskGroupPageArgs = {
  filter?: InputMaybe<TaskFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<TaskGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<TaskGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaskGroupsArgs = {
  filter?: InputMaybe<TaskFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<TaskGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<TaskGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaskStageArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaskStageGroupPageArgs = {
  filter?: InputMaybe<TaskStageFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<TaskStageGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<TaskStageGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaskStageGroupsArgs = {
  filter?: InputMaybe<TaskStageFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<TaskStageGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<TaskStageGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaskStagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskStageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskStageOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaxArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaxGroupPageArgs = {
  filter?: InputMaybe<TaxFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<TaxGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<TaxGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaxGroupsArgs = {
  filter?: InputMaybe<TaxFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<TaxGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<TaxGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTaxesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaxFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaxOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTemplateArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTimesheetArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTimesheetGroupPageArgs = {
  filter?: InputMaybe<TimesheetFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<TimesheetGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<TimesheetGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTimesheetGroupsArgs = {
  filter?: InputMaybe<TimesheetFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<TimesheetGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<TimesheetGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryTimesheetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TimesheetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TimesheetOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryUnitArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryUnitGroupPageArgs = {
  filter?: InputMaybe<UnitFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<UnitGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<UnitGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryUnitGroupsArgs = {
  filter?: InputMaybe<UnitFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<UnitGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<UnitGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UnitFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UnitOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
  inOdoo?: InputMaybe<InOdoo>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryUserGroupPageArgs = {
  filter?: InputMaybe<UserFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<UserGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<UserGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryUserGroupsArgs = {
  filter?: InputMaybe<UserFilter>;
  first?: Scalars['Int']['input'];
  groupBy: Array<UserGroupBy>;
  inOdoo?: InputMaybe<InOdoo>;
  offset?: Scalars['Int']['input'];
  orderBy?: InputMaybe<Array<UserGroupOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inOdoo?: InputMaybe<InOdoo>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UserOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryVerifyLedgerArgs = {
  runId: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryWhoMayWriteArgs = {
  coordinate: Scalars['String']['input'];
};

/** How far a purchase order is received. */
export type ReceiptStatus =
  /** Fully received. */
  | 'FULL'
  /** Partly received. */
  | 'PARTIAL'
  /** Nothing is received. */
  | 'PENDING';

/** A condition on a ReceiptStatus; null satisfies none but `isNull`. */
export type ReceiptStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<ReceiptStatus>;
  /** One of. */
  in?: InputMaybe<Array<ReceiptStatus>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ReceiptStatus>;
  /** None of. */
  notIn?: InputMaybe<Array<ReceiptStatus>>;
};

/** What `recordArtifact` needs. */
export type RecordArtifactInput = {
  /** Digest of its bytes, e.g. `sha256:…`. */
  digest?: InputMaybe<Scalars['String']['input']>;
  /** The fence of the claim that the worker holds; agents must give it once the run is claimed. */
  fence?: InputMaybe<Scalars['Int']['input']>;
  /** What it is, e.g. `report`. */
  kind: Scalars['String']['input'];
  /** The run's uuid. */
  runId: Scalars['ID']['input'];
  /** Size in bytes. */
  size?: InputMaybe<Scalars['Decimal']['input']>;
  /** Where it is: a URI into object storage (`s3://bucket/key`), or the name of an image with its tag or digest (`ghcr.io/org/image:tag`). */
  uri: Scalars['String']['input'];
};

/** What `recordArtifact` did. */
export type RecordArtifactPayload = {
  __typename?: 'RecordArtifactPayload';
  /** The artifact; null where it was refused. */
  artifact: Maybe<Artifact>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `recordBackup` needs. */
export type RecordBackupInput = {
  /** Name of the database that it is of, e.g. `odoo-production`. */
  database: Scalars['String']['input'];
  /** SHA-256 of its bytes, `sha256:` and 64 hexadecimal digits. */
  digest: Scalars['String']['input'];
  /** Makes a repeated request lead to the same backup; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How often backups like it are taken. */
  kind: BackupKind;
  /** Size in bytes. */
  size: Scalars['Decimal']['input'];
  /** When it was taken. */
  takenAt: Scalars['DateTime']['input'];
  /** Where it is, a URI into object storage; never the bytes themselves. */
  uri: Scalars['String']['input'];
  /** When a restore of it was proven to work; null where nobody tried. */
  verifiedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What `recordBackup` did. */
export type RecordBackupPayload = {
  __typename?: 'RecordBackupPayload';
  /** The backup, new or the one that the key led to; null where it was refused. */
  backup: Maybe<Backup>;
  /** Whether this call recorded it; null where it was refused. */
  created: Maybe<Scalars['Boolean']['output']>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `recordBuild` needs. */
export type RecordBuildInput = {
  /** Git branch that it was built from. */
  branch: Scalars['String']['input'];
  /** Git SHA that it was built from: 40 hexadecimal digits, small letters. */
  gitSha: Scalars['String']['input'];
  /** Digest of the image, `sha256:` and 64 hexadecimal digits. The same image again leads to the same build. */
  imageDigest: Scalars['String']['input'];
  /** Every lock file it was built with, at least one: name → `sha256:` and 64 hexadecimal digits. */
  lockHashes: Scalars['JSON']['input'];
  /** The project's uuid. */
  projectId: Scalars['ID']['input'];
};

/** What `recordBuild` did. */
export type RecordBuildPayload = {
  __typename?: 'RecordBuildPayload';
  /** The build, new or the one of this image; null where it was refused. */
  build: Maybe<Build>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `recordDeployment` needs: a build and an environment for a new one, or a deployment to move its status. */
export type RecordDeploymentInput = {
  /** The build's uuid, for a new deployment. */
  buildId?: InputMaybe<Scalars['ID']['input']>;
  /** The uuid of a deployment that is recorded already; then neither build nor environment. */
  deploymentId?: InputMaybe<Scalars['ID']['input']>;
  /** The environment of the build's project that a new deployment goes to. */
  environment?: InputMaybe<EnvironmentName>;
  /** Makes a repeated request lead to the same deployment. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How far it is: a new one begins as it is here, PENDING where absent. */
  status?: InputMaybe<DeploymentStatus>;
};

/** What `recordDeployment` did. */
export type RecordDeploymentPayload = {
  __typename?: 'RecordDeploymentPayload';
  /** The deployment as it is now; null where it was refused. */
  deployment: Maybe<Deployment>;
  /** Why nothing was changed; empty where it was. Of an out-of-order promotion, `details.missing` names what is missing. */
  userErrors: Array<UserError>;
};

/** That two pages, two rows or two databases belong together, as one of them says. Owner: the workspace, table `work.relations`. */
export type Relation = Node & {
  __typename?: 'Relation';
  /** When it was added. */
  createdAt: Scalars['DateTime']['output'];
  /** Uuid of the user who added it; null where a service did. */
  createdBy: Maybe<Scalars['ID']['output']>;
  /** Uuid of the database that it is said at; null where it is none between databases. */
  fromDatabaseId: Maybe<Scalars['ID']['output']>;
  /** The page that it is said at; null between rows and between databases. */
  fromPage: Maybe<Page>;
  /** Uuid of the row that it is said at; null where it is none between rows. */
  fromRowId: Maybe<Scalars['ID']['output']>;
  /** The relation's uuid. */
  id: Scalars['ID']['output'];
  /** What its two ends are. */
  kind: RelationKind;
  /** What the first end calls it; `RELATED` where nothing was said. */
  name: Scalars['String']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Uuid of the database that it leads to; null where it is none between databases. */
  toDatabaseId: Maybe<Scalars['ID']['output']>;
  /** The page that it leads to; null between rows and between databases. */
  toPage: Maybe<Page>;
  /** Uuid of the row that it leads to; null where it is none between rows. */
  toRowId: Maybe<Scalars['ID']['output']>;
};

/** A page of a list of Relation. */
export type RelationConnection = {
  __typename?: 'RelationConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<RelationEdge>;
  /** The records of the page. */
  nodes: Array<Relation>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Relation and its place in the list. */
export type RelationEdge = {
  __typename?: 'RelationEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Relation;
};

/** Which Relation records to list; conditions beside each other must all hold. */
export type RelationFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RelationFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `createdBy`. */
  createdBy?: InputMaybe<IdFilter>;
  /** Condition on `fromDatabaseId`. */
  fromDatabaseId?: InputMaybe<IdFilter>;
  /** Condition on `fromPage`. */
  fromPage?: InputMaybe<PageFilter>;
  /** Condition on `fromRowId`. */
  fromRowId?: InputMaybe<IdFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `kind`. */
  kind?: InputMaybe<RelationKindFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<RelationFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RelationFilter>>;
  /** Condition on `toDatabaseId`. */
  toDatabaseId?: InputMaybe<IdFilter>;
  /** Condition on `toPage`. */
  toPage?: InputMaybe<PageFilter>;
  /** Condition on `toRowId`. */
  toRowId?: InputMaybe<IdFilter>;
};

/** What the two ends of a relation are. */
export type RelationKind =
  /** Two databases. */
  | 'DATABASE'
  /** Two pages. */
  | 'PAGE'
  /** Two rows, of one database or of two. */
  | 'ROW';

/** A condition on a RelationKind; null satisfies none but `isNull`. */
export type RelationKindFilter = {
  /** Equal to. */
  eq?: InputMaybe<RelationKind>;
  /** One of. */
  in?: InputMaybe<Array<RelationKind>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<RelationKind>;
  /** None of. */
  notIn?: InputMaybe<Array<RelationKind>>;
};

/** A condition on a list of Relation below a record. */
export type RelationListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<RelationFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<RelationFilter>;
};

/** One key of the order of a list of Relation. */
export type RelationOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: RelationOrderField;
};

/** Fields that a list of Relation can be ordered by. */
export type RelationOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `createdBy`. */
  | 'CREATED_BY'
  /** By `fromDatabaseId`. */
  | 'FROM_DATABASE_ID'
  /** By `fromRowId`. */
  | 'FROM_ROW_ID'
  /** By `id`. */
  | 'ID'
  /** By `kind`. */
  | 'KIND'
  /** By `name`. */
  | 'NAME'
  /** By `toDatabaseId`. */
  | 'TO_DATABASE_ID'
  /** By `toRowId`. */
  | 'TO_ROW_ID';

/** What `removeDatabaseColumn` needs. */
export type RemoveDatabaseColumnInput = {
  /** The column's uuid. */
  columnId: Scalars['ID']['input'];
  /** The version of the database that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What `removeDatabaseColumn` did. */
export type RemoveDatabaseColumnPayload = {
  __typename?: 'RemoveDatabaseColumnPayload';
  /** The database; null where it was refused. */
  database: Maybe<Database>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `removeRelation` needs. */
export type RemoveRelationInput = {
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The relation's uuid. */
  relationId: Scalars['ID']['input'];
};

/** What `removeRelation` did. */
export type RemoveRelationPayload = {
  __typename?: 'RemoveRelationPayload';
  /** Uuid of the relation that is gone; null where it was refused. */
  removedRelationId: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `renameDatabaseChoice` needs. */
export type RenameDatabaseChoiceInput = {
  /** The choice, as it is called now. */
  choice: Scalars['String']['input'];
  /** Uuid of a column of type SELECT, MULTI_SELECT or STATUS. */
  columnId: Scalars['ID']['input'];
  /** The version of the database that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its new name, up to 200 characters, of which the column has no other choice. */
  name: Scalars['String']['input'];
};

/** What `renameDatabaseChoice` did. */
export type RenameDatabaseChoicePayload = {
  __typename?: 'RenameDatabaseChoicePayload';
  /** The column; null where it was refused. */
  column: Maybe<DatabaseColumn>;
  /** Why nothing was changed; empty where it was. A choice that the column does not have, or has no more, is a CONFLICT whose details are its `choices`. */
  userErrors: Array<UserError>;
};

/** What `renameDatabaseColumn` needs. */
export type RenameDatabaseColumnInput = {
  /** The column's uuid. */
  columnId: Scalars['ID']['input'];
  /** The version of the database that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its name, up to 200 characters, of which the database has no other. */
  name: Scalars['String']['input'];
};

/** What `renameDatabaseColumn` did. */
export type RenameDatabaseColumnPayload = {
  __typename?: 'RenameDatabaseColumnPayload';
  /** The column; null where it was refused. */
  column: Maybe<DatabaseColumn>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `renameDatabase` needs. */
export type RenameDatabaseInput = {
  /** The database's uuid. */
  databaseId: Scalars['ID']['input'];
  /** The version of the database that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Title, up to 500 characters. */
  title: Scalars['String']['input'];
};

/** What `renameDatabase` did. */
export type RenameDatabasePayload = {
  __typename?: 'RenameDatabasePayload';
  /** The database; null where it was refused. */
  database: Maybe<Database>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `renameSpace` needs. */
export type RenameSpaceInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name, up to 200 characters. */
  name: Scalars['String']['input'];
  /** The space's uuid. */
  spaceId: Scalars['ID']['input'];
};

/** What `renameSpace` did. */
export type RenameSpacePayload = {
  __typename?: 'RenameSpacePayload';
  /** The space; null where it was refused. */
  space: Maybe<Space>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `reopenComment` did. */
export type ReopenCommentPayload = {
  __typename?: 'ReopenCommentPayload';
  /** The comment; null where it was refused. */
  comment: Maybe<Comment>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `replyToComment` needs. */
export type ReplyToCommentInput = {
  /** Text, up to 10000 characters. */
  body: Scalars['String']['input'];
  /** Uuid of the comment that began the thread. */
  commentId: Scalars['ID']['input'];
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What `replyToComment` did. */
export type ReplyToCommentPayload = {
  __typename?: 'ReplyToCommentPayload';
  /** The new reply; null where it was refused. */
  comment: Maybe<Comment>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `requestApproval` needs. */
export type RequestApprovalInput = {
  /** The environment of the build's project, for a `deployment`. */
  environment?: InputMaybe<EnvironmentName>;
  /** Makes a repeated request lead to the same approval, also once it is decided. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** For another subject, the uuid of the project whose members decide; without one, only a service decides. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** Why, for who decides. */
  reason: Scalars['String']['input'];
  /** Who asks, where a service asks for a person: the user's uuid, or the address that the user signs in with, by which the same person is known when deciding; `service` where absent. */
  requestedBy?: InputMaybe<Scalars['String']['input']>;
  /** What it is for. */
  subject?: InputMaybe<Scalars['String']['input']>;
  /** Which one of these; of a `deployment`, the uuid of the build. */
  subjectId: Scalars['String']['input'];
};

/** What `requestApproval` did. */
export type RequestApprovalPayload = {
  __typename?: 'RequestApprovalPayload';
  /** The approval, new, or the one for the same that is undecided; null where it was refused. */
  approval: Maybe<Approval>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `requestOdooWrite` needs: one call of one method of one model, among those that the doctrine lists. */
export type RequestOdooWriteInput = {
  /** Makes a repeated request lead to the same run; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Odoo's ids of the records; absent for `create`. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The language in which texts are written that name none, e.g. `fr_FR`; absent, the writer's own in Odoo. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** `create`, `write`, or another method that the doctrine lists for the model, e.g. `action_post`. */
  method: Scalars['String']['input'];
  /** Odoo's technical name of the model, e.g. `res.partner`. */
  model: Scalars['String']['input'];
  /** Writes with the same key are made one at a time, in the order of enqueueing, side by side with those of other keys. Absent, each record is a key, e.g. `res.partner/7`, and a `create` waits for no other. */
  orderingKey?: InputMaybe<Scalars['String']['input']>;
  /** Which queued run goes first: the greater one, -1000 to 1000. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /** For which user a service asks, as a uuid, also `user:<uuid>`; absent, the write was asked for by who enqueues it. */
  requestedBy?: InputMaybe<Scalars['String']['input']>;
  /** Not before this time; now where absent. Later writes to the same records wait for it, too. */
  runAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Fields and their values as Odoo's own API takes them; for `create` and `write` only. A text that has languages may be an object of them, `{ "fr_FR": "…", "en_US": "…" }`. A field that the model lacks, or a value that its field cannot hold, is refused here where Odoo can be asked, else by the worker. */
  values?: InputMaybe<Scalars['JSON']['input']>;
};

/** What `requestOdooWrite` did: Odoo has heard nothing yet. */
export type RequestOdooWritePayload = {
  __typename?: 'RequestOdooWritePayload';
  /** Whether this call made it; null where it was refused. */
  created: Maybe<Scalars['Boolean']['output']>;
  /** The run that `sync-odoo-agent` will execute, new or the one that the key led to; null where it was refused. */
  run: Maybe<Run>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `resolveComment` and `reopenComment` need. */
export type ResolveCommentInput = {
  /** Uuid of the comment that began the thread. */
  commentId: Scalars['ID']['input'];
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What `resolveComment` did. */
export type ResolveCommentPayload = {
  __typename?: 'ResolveCommentPayload';
  /** The comment; null where it was refused. */
  comment: Maybe<Comment>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `restoreDatabase` did. */
export type RestoreDatabasePayload = {
  __typename?: 'RestoreDatabasePayload';
  /** The database; null where it was refused. */
  database: Maybe<Database>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `restoreFromBin` needs. */
export type RestoreFromBinInput = {
  /** The version of the page that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Uuids of items of its bin, 1 to 200. */
  itemIds: Array<Scalars['ID']['input']>;
  /** The page that the things were on. */
  pageId: Scalars['ID']['input'];
};

/** What `restoreFromBin` did. */
export type RestoreFromBinPayload = {
  __typename?: 'RestoreFromBinPayload';
  /** The page; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `restorePage` did. */
export type RestorePagePayload = {
  __typename?: 'RestorePagePayload';
  /** The page; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `restorePageVersion` needs: the page, and exactly one of `version` and `entryId`. */
export type RestorePageVersionInput = {
  /** An entry of the page's history: the page becomes as that one left it. */
  entryId?: InputMaybe<Scalars['ID']['input']>;
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The page's uuid. */
  pageId: Scalars['ID']['input'];
  /** An earlier version: the page becomes what it was until the next version came, rows and columns too. The present one says no moment, and is refused: give an entry. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** What `restorePageVersion` did. */
export type RestorePageVersionPayload = {
  __typename?: 'RestorePageVersionPayload';
  /** The page; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `restoreSpace` did. */
export type RestoreSpacePayload = {
  __typename?: 'RestoreSpacePayload';
  /** The space; null where it was refused. */
  space: Maybe<Space>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `retryIndexing` needs. */
export type RetryIndexingInput = {
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Uuids of pages whose dead letters are tried again, up to 1000; all dead letters where absent. */
  pageIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What `retryIndexing` did. */
export type RetryIndexingPayload = {
  __typename?: 'RetryIndexingPayload';
  /** How many dead letters are tried again; null where it was refused. */
  retried: Maybe<Scalars['Int']['output']>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `retryRun` needs. */
export type RetryRunInput = {
  /** For which user a service asks, as a uuid, also `user:<uuid>`; absent, the retry was asked for by who calls. */
  requestedBy?: InputMaybe<Scalars['String']['input']>;
  /** The run's uuid: one that ended as `FAILED`, `DEAD` or `CANCELLED`, or a retry of it. */
  runId: Scalars['ID']['input'];
};

/** What `retryRun` did. */
export type RetryRunPayload = {
  __typename?: 'RetryRunPayload';
  /** Whether this call made it; null where it was refused. */
  created: Maybe<Scalars['Boolean']['output']>;
  /** The run that does it again, new or open already; null where it was refused. */
  run: Maybe<Run>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `retypeDatabaseColumn` needs. */
export type RetypeDatabaseColumnInput = {
  /** What may be chosen, for SELECT, MULTI_SELECT and STATUS: at most 200 different texts; those that it has, or that its rows hold, where absent. A choice that is left out goes; `renameDatabaseChoice` gives one another name. */
  choices?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The column's uuid. */
  columnId: Scalars['ID']['input'];
  /** The version of the database that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Technical name of the only model of Odoo whose records it takes, for ODOO_RECORD; any where absent. */
  odooModel?: InputMaybe<Scalars['String']['input']>;
  /** What becomes of values that have no equal in the new type. */
  onUnconvertible?: InputMaybe<UnconvertibleCells>;
  /** Uuid of the database whose rows are related, for RELATION, which must name one. */
  relatedDatabaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether each row must have a value in it. */
  required?: InputMaybe<Scalars['Boolean']['input']>;
  /** What its cells are to hold; the present type, where only the options are to change. */
  type: DatabaseColumnType;
};

/** What `retypeDatabaseColumn` did. */
export type RetypeDatabaseColumnPayload = {
  __typename?: 'RetypeDatabaseColumnPayload';
  /** The column; null where it was refused. */
  column: Maybe<DatabaseColumn>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `revokePermission` needs. */
export type RevokePermissionInput = {
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The space's uuid. */
  spaceId: Scalars['ID']['input'];
  /** Uuid of the member who is to leave; one's own to leave oneself. */
  userId: Scalars['ID']['input'];
};

/** What `revokePermission` did. */
export type RevokePermissionPayload = {
  __typename?: 'RevokePermissionPayload';
  /** The space; null where it was refused, and to one who has left it. */
  space: Maybe<Space>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What a member may do in a project. Owner: the ledger, table `ops.roles`. */
export type Role = Node & {
  __typename?: 'Role';
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is for. */
  description: Scalars['String']['output'];
  /** The role's uuid, the same in every database. */
  id: Scalars['ID']['output'];
  /** Whether its members decide approvals of their project. */
  mayApprove: Scalars['Boolean']['output'];
  /** Who has it, in all projects. */
  members: Maybe<ProjectMemberConnection>;
  /** Its name, unique, e.g. `release_manager`. */
  name: Scalars['String']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
};


/** What a member may do in a project. Owner: the ledger, table `ops.roles`. */
export type RoleMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectMemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectMemberOrder>>;
};

/** A page of a list of Role. */
export type RoleConnection = {
  __typename?: 'RoleConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<RoleEdge>;
  /** The records of the page. */
  nodes: Array<Role>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Role and its place in the list. */
export type RoleEdge = {
  __typename?: 'RoleEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Role;
};

/** Which Role records to list; conditions beside each other must all hold. */
export type RoleFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RoleFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `description`. */
  description?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `mayApprove`. */
  mayApprove?: InputMaybe<BooleanFilter>;
  /** Condition on `members`. */
  members?: InputMaybe<ProjectMemberListFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<RoleFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RoleFilter>>;
};

/** A condition on a list of Role below a record. */
export type RoleListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<RoleFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<RoleFilter>;
};

/** One key of the order of a list of Role. */
export type RoleOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: RoleOrderField;
};

/** Fields that a list of Role can be ordered by. */
export type RoleOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `id`. */
  | 'ID'
  /** By `mayApprove`. */
  | 'MAY_APPROVE'
  /** By `name`. */
  | 'NAME';

/** One execution of an agent. Owner: the ledger, table `ops.runs`. */
export type Run = Node & {
  __typename?: 'Run';
  /** Name of the agent that executes it, as in the doctrine. */
  agent: Scalars['String']['output'];
  /** Number of its last event that was archived; 0 where none was. */
  archivedSeq: Scalars['Int']['output'];
  /** What it left behind, as references to object storage. */
  artifacts: Maybe<ArtifactConnection>;
  /** How often it was claimed. */
  attempt: Scalars['Int']['output'];
  /** When somebody asked to cancel it; null where nobody did. While it is open after that, what was done is unknown: it ends as `CANCELLED` where nothing was, else as it went, with the event `run.cancel_too_late`. */
  cancelRequestedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who asked to cancel it: a user's uuid or `service`; null where nobody did. */
  cancelRequestedBy: Maybe<Scalars['String']['output']>;
  /** When it was enqueued. */
  createdAt: Scalars['DateTime']['output'];
  /** The due time of its schedule for which it was made; it stays when the run is tried again or retried. Null where no due time made it, and of runs that had ended before this was kept. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it failed, as a code, e.g. `NOT_CONFIGURED`; null where it did not. */
  errorCode: Maybe<Scalars['String']['output']>;
  /** Why it failed, for people; null where it did not. */
  errorMessage: Maybe<Scalars['String']['output']>;
  /** What happened in it, in order. */
  events: Maybe<RunEventConnection>;
  /** Rises with each claim: what a worker says about the run counts only with the fence of its own claim. */
  fence: Scalars['Int']['output'];
  /** When it ended; null before that. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** The run's uuid. */
  id: Scalars['ID']['output'];
  /** The key by which a repeated request is known; unique for the agent and kind. Null where none was given. */
  idempotencyKey: Maybe<Scalars['String']['output']>;
  /** What the run works on. */
  input: Maybe<Scalars['JSON']['output']>;
  /** What is to be done, e.g. `odoo.write`. */
  kind: Scalars['String']['output'];
  /** Number of its last event; 0 where it has none. */
  lastSeq: Scalars['Int']['output'];
  /** The worker that holds it; null where none does. */
  leasedBy: Maybe<Scalars['String']['output']>;
  /** Until when that worker holds it without a heartbeat; null where none does. */
  leasedUntil: Maybe<Scalars['DateTime']['output']>;
  /** In how many of its lines an earlier run is open; it is claimed when this is 0. */
  linesAhead: Scalars['Int']['output'];
  /** How often it may be claimed. */
  maxAttempts: Scalars['Int']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The lines that it stands in, in each of which one run is worked on at a time, in the order of enqueueing: the caller's `orderingKey`, or for a write to Odoo each record as `res.partner/7`. Empty where it waits for no other. */
  orderingKeys: Array<Scalars['String']['output']>;
  /** What the run produced. */
  output: Maybe<Scalars['JSON']['output']>;
  /** Pages of the workspace that its events name, the first named first. */
  pages: Maybe<RunPageConnection>;
  /** Which queued run goes first: the greater one, -1000 to 1000. Each point counts as much as some time of waiting, `agents.*.ageing` of the doctrine, so that no run waits for ever. */
  priority: Scalars['Int']['output'];
  /** Who asked for it: a user's uuid, an agent, or `service` where a service named nobody; null where nobody was noted. */
  requestedBy: Maybe<Scalars['String']['output']>;
  /** Runs by which it was done again (`retryRun`), the newest first; those of a retry are with the first run. */
  retries: Maybe<RunConnection>;
  /** The run that it does again: the first one, also where a retry was retried. Null where it is no retry, or that run has left for the archive. */
  retryOf: Maybe<Run>;
  /** Not claimed before this time. */
  runAt: Scalars['DateTime']['output'];
  /** The schedule that enqueued it; null where none did, or it was deleted. */
  schedule: Maybe<Schedule>;
  /** When its handler last began; null before that. */
  startedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where the run stands. */
  status: RunStatus;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Why it may wait for ever: no known worker executes runs of its kind. Null where one does, or once any worker has claimed it. */
  warning: Maybe<Scalars['String']['output']>;
};


/** One execution of an agent. Owner: the ledger, table `ops.runs`. */
export type RunArtifactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArtifactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ArtifactOrder>>;
};


/** One execution of an agent. Owner: the ledger, table `ops.runs`. */
export type RunEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RunEventOrder>>;
};


/** One execution of an agent. Owner: the ledger, table `ops.runs`. */
export type RunPagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunPageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RunPageOrder>>;
};


/** One execution of an agent. Owner: the ledger, table `ops.runs`. */
export type RunRetriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RunOrder>>;
};

/** A run that has changed, and the place of the change. */
export type RunChange = {
  __typename?: 'RunChange';
  /** Sealed place among all changes of runs, for `after` of `Subscription.runs`. */
  cursor: Scalars['String']['output'];
  /** The run; null only in the first answer of a subscription without `after`, which tells where it begins. */
  run: Maybe<Run>;
};

/** A page of a list of Run. */
export type RunConnection = {
  __typename?: 'RunConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<RunEdge>;
  /** The records of the page. */
  nodes: Array<Run>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Run and its place in the list. */
export type RunEdge = {
  __typename?: 'RunEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Run;
};

/** One thing that happened in a run; append-only. Owner: the ledger, table `ops.run_events`. */
export type RunEvent = Node & {
  __typename?: 'RunEvent';
  /** When it was appended. */
  createdAt: Scalars['DateTime']['output'];
  /** The event's uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Details. */
  payload: Maybe<Scalars['JSON']['output']>;
  /** The run it belongs to. */
  run: Maybe<Run>;
  /** Number within its run, from 1, without a gap. */
  seq: Scalars['Int']['output'];
  /** What happened, e.g. `run.started`. */
  type: Scalars['String']['output'];
};

/** A page of a list of RunEvent. */
export type RunEventConnection = {
  __typename?: 'RunEventConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<RunEventEdge>;
  /** The records of the page. */
  nodes: Array<RunEvent>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A RunEvent and its place in the list. */
export type RunEventEdge = {
  __typename?: 'RunEventEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: RunEvent;
};

/** Which RunEvent records to list; conditions beside each other must all hold. */
export type RunEventFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RunEventFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<RunEventFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RunEventFilter>>;
  /** Condition on `run`. */
  run?: InputMaybe<RunFilter>;
  /** Condition on `seq`. */
  seq?: InputMaybe<IntFilter>;
  /** Condition on `type`. */
  type?: InputMaybe<StringFilter>;
};

/** A condition on a list of RunEvent below a record. */
export type RunEventListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<RunEventFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<RunEventFilter>;
};

/** One key of the order of a list of RunEvent. */
export type RunEventOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: RunEventOrderField;
};

/** Fields that a list of RunEvent can be ordered by. */
export type RunEventOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `seq`. */
  | 'SEQ'
  /** By `type`. */
  | 'TYPE';

/** Which Run records to list; conditions beside each other must all hold. */
export type RunFilter = {
  /** Condition on `agent`. */
  agent?: InputMaybe<StringFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<RunFilter>>;
  /** Condition on `archivedSeq`. */
  archivedSeq?: InputMaybe<IntFilter>;
  /** Condition on `artifacts`. */
  artifacts?: InputMaybe<ArtifactListFilter>;
  /** Condition on `attempt`. */
  attempt?: InputMaybe<IntFilter>;
  /** Condition on `cancelRequestedAt`. */
  cancelRequestedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `cancelRequestedBy`. */
  cancelRequestedBy?: InputMaybe<StringFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `dueAt`. */
  dueAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `errorCode`. */
  errorCode?: InputMaybe<StringFilter>;
  /** Condition on `errorMessage`. */
  errorMessage?: InputMaybe<StringFilter>;
  /** Condition on `events`. */
  events?: InputMaybe<RunEventListFilter>;
  /** Condition on `fence`. */
  fence?: InputMaybe<IntFilter>;
  /** Condition on `finishedAt`. */
  finishedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `idempotencyKey`. */
  idempotencyKey?: InputMaybe<StringFilter>;
  /** Condition on `kind`. */
  kind?: InputMaybe<StringFilter>;
  /** Condition on `lastSeq`. */
  lastSeq?: InputMaybe<IntFilter>;
  /** Condition on `leasedBy`. */
  leasedBy?: InputMaybe<StringFilter>;
  /** Condition on `leasedUntil`. */
  leasedUntil?: InputMaybe<DateTimeFilter>;
  /** Condition on `linesAhead`. */
  linesAhead?: InputMaybe<IntFilter>;
  /** Condition on `maxAttempts`. */
  maxAttempts?: InputMaybe<IntFilter>;
  /** This does not hold. */
  not?: InputMaybe<RunFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RunFilter>>;
  /** Condition on `pages`. */
  pages?: InputMaybe<RunPageListFilter>;
  /** Condition on `priority`. */
  priority?: InputMaybe<IntFilter>;
  /** Condition on `requestedBy`. */
  requestedBy?: InputMaybe<StringFilter>;
  /** Condition on `retries`. */
  retries?: InputMaybe<RunListFilter>;
  /** Condition on `retryOf`. */
  retryOf?: InputMaybe<RunFilter>;
  /** Condition on `runAt`. */
  runAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `schedule`. */
  schedule?: InputMaybe<ScheduleFilter>;
  /** Condition on `startedAt`. */
  startedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `status`. */
  status?: InputMaybe<RunStatusFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `warning`. */
  warning?: InputMaybe<StringFilter>;
};

/** A condition on a list of Run below a record. */
export type RunListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<RunFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<RunFilter>;
};

/** One key of the order of a list of Run. */
export type RunOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: RunOrderField;
};

/** Fields that a list of Run can be ordered by. */
export type RunOrderField =
  /** By `agent`. */
  | 'AGENT'
  /** By `archivedSeq`. */
  | 'ARCHIVED_SEQ'
  /** By `attempt`. */
  | 'ATTEMPT'
  /** By `cancelRequestedAt`. */
  | 'CANCEL_REQUESTED_AT'
  /** By `cancelRequestedBy`. */
  | 'CANCEL_REQUESTED_BY'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `dueAt`. */
  | 'DUE_AT'
  /** By `errorCode`. */
  | 'ERROR_CODE'
  /** By `errorMessage`. */
  | 'ERROR_MESSAGE'
  /** By `fence`. */
  | 'FENCE'
  /** By `finishedAt`. */
  | 'FINISHED_AT'
  /** By `id`. */
  | 'ID'
  /** By `idempotencyKey`. */
  | 'IDEMPOTENCY_KEY'
  /** By `kind`. */
  | 'KIND'
  /** By `lastSeq`. */
  | 'LAST_SEQ'
  /** By `leasedBy`. */
  | 'LEASED_BY'
  /** By `leasedUntil`. */
  | 'LEASED_UNTIL'
  /** By `linesAhead`. */
  | 'LINES_AHEAD'
  /** By `maxAttempts`. */
  | 'MAX_ATTEMPTS'
  /** By `priority`. */
  | 'PRIORITY'
  /** By `requestedBy`. */
  | 'REQUESTED_BY'
  /** By `runAt`. */
  | 'RUN_AT'
  /** By `startedAt`. */
  | 'STARTED_AT'
  /** By `status`. */
  | 'STATUS'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `warning`. */
  | 'WARNING';

/** How a run can end by its worker's word. */
export type RunOutcome =
  /** Called off with nothing done: the answer to a cancel that was asked for, and a `CONFLICT` where none was. */
  | 'CANCELLED'
  /** Ended badly. */
  | 'FAILED'
  /** Ended well. */
  | 'SUCCEEDED';

/** A condition on a RunOutcome; null satisfies none but `isNull`. */
export type RunOutcomeFilter = {
  /** Equal to. */
  eq?: InputMaybe<RunOutcome>;
  /** One of. */
  in?: InputMaybe<Array<RunOutcome>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<RunOutcome>;
  /** None of. */
  notIn?: InputMaybe<Array<RunOutcome>>;
};

/** A page of the workspace that a run touched, as an event of the run says by `pageId` or `pageIds` in its payload. Owner: the ledger, table `ops.run_pages`. */
export type RunPage = Node & {
  __typename?: 'RunPage';
  /** When that event was appended. */
  createdAt: Scalars['DateTime']['output'];
  /** The entry's uuid. */
  id: Scalars['ID']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The page; null where it is gone, or hidden from the viewer. */
  page: Maybe<Page>;
  /** The page's uuid, as the event said it; the page may be gone by now. */
  pageId: Scalars['ID']['output'];
  /** The run. */
  run: Maybe<Run>;
  /** Number of the event that named it first. */
  seq: Scalars['Int']['output'];
};

/** A page of a list of RunPage. */
export type RunPageConnection = {
  __typename?: 'RunPageConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<RunPageEdge>;
  /** The records of the page. */
  nodes: Array<RunPage>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A RunPage and its place in the list. */
export type RunPageEdge = {
  __typename?: 'RunPageEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: RunPage;
};

/** Which RunPage records to list; conditions beside each other must all hold. */
export type RunPageFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RunPageFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<RunPageFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RunPageFilter>>;
  /** Condition on `pageId`. */
  pageId?: InputMaybe<IdFilter>;
  /** Condition on `run`. */
  run?: InputMaybe<RunFilter>;
  /** Condition on `seq`. */
  seq?: InputMaybe<IntFilter>;
};

/** A condition on a list of RunPage below a record. */
export type RunPageListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<RunPageFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<RunPageFilter>;
};

/** One key of the order of a list of RunPage. */
export type RunPageOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: RunPageOrderField;
};

/** Fields that a list of RunPage can be ordered by. */
export type RunPageOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `pageId`. */
  | 'PAGE_ID'
  /** By `seq`. */
  | 'SEQ';

/** What `runScheduleNow` needs. */
export type RunScheduleNowInput = {
  /** Makes a repeated request lead to the same run; without it each makes a run. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The schedule's uuid. */
  scheduleId: Scalars['ID']['input'];
};

/** What `runScheduleNow` did. */
export type RunScheduleNowPayload = {
  __typename?: 'RunScheduleNowPayload';
  /** Whether this call made the run; null where it was refused. */
  created: Maybe<Scalars['Boolean']['output']>;
  /** The run, new or the one that the key led to; null where it was refused. */
  run: Maybe<Run>;
  /** Its schedule; null where it was refused. */
  schedule: Maybe<Schedule>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** Runs of one agent and status, enqueued within one hour. Owner: the ledger, view `ops.run_stats`. */
export type RunStat = {
  __typename?: 'RunStat';
  /** Name of the agent. */
  agent: Scalars['String']['output'];
  /** How many they are. */
  count: Scalars['Int']['output'];
  /** The hour in which they were enqueued, its beginning. */
  hour: Scalars['DateTime']['output'];
  /** Agent, status and hour in one text. */
  id: Scalars['ID']['output'];
  /** Half of those that ended took at most this many milliseconds from start to end; null where none ended. */
  p50Ms: Maybe<Scalars['Decimal']['output']>;
  /** 95 % of those that ended took at most this many milliseconds from start to end; null where none ended. */
  p95Ms: Maybe<Scalars['Decimal']['output']>;
  /** Where the runs stand. */
  status: RunStatus;
};

/** A page of a list of RunStat. */
export type RunStatConnection = {
  __typename?: 'RunStatConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<RunStatEdge>;
  /** The records of the page. */
  nodes: Array<RunStat>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A RunStat and its place in the list. */
export type RunStatEdge = {
  __typename?: 'RunStatEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: RunStat;
};

/** Which RunStat records to list; conditions beside each other must all hold. */
export type RunStatFilter = {
  /** Condition on `agent`. */
  agent?: InputMaybe<StringFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<RunStatFilter>>;
  /** Condition on `count`. */
  count?: InputMaybe<IntFilter>;
  /** Condition on `hour`. */
  hour?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<RunStatFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RunStatFilter>>;
  /** Condition on `p50Ms`. */
  p50Ms?: InputMaybe<DecimalFilter>;
  /** Condition on `p95Ms`. */
  p95Ms?: InputMaybe<DecimalFilter>;
  /** Condition on `status`. */
  status?: InputMaybe<RunStatusFilter>;
};

/** A condition on a list of RunStat below a record. */
export type RunStatListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<RunStatFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<RunStatFilter>;
};

/** One key of the order of a list of RunStat. */
export type RunStatOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: RunStatOrderField;
};

/** Fields that a list of RunStat can be ordered by. */
export type RunStatOrderField =
  /** By `agent`. */
  | 'AGENT'
  /** By `count`. */
  | 'COUNT'
  /** By `hour`. */
  | 'HOUR'
  /** By `id`. */
  | 'ID'
  /** By `p50Ms`. */
  | 'P50_MS'
  /** By `p95Ms`. */
  | 'P95_MS'
  /** By `status`. */
  | 'STATUS';

/** States of a run. */
export type RunStatus =
  /** Called off, and nothing was done. */
  | 'CANCELLED'
  /** Its worker was lost too often. */
  | 'DEAD'
  /** Ended badly, with no attempt left. */
  | 'FAILED'
  /** Waits for a worker, or for one that has claimed it to begin. */
  | 'QUEUED'
  /** A worker is at it. */
  | 'RUNNING'
  /** Ended well. */
  | 'SUCCEEDED';

/** A condition on a RunStatus; null satisfies none but `isNull`. */
export type RunStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<RunStatus>;
  /** One of. */
  in?: InputMaybe<Array<RunStatus>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<RunStatus>;
  /** None of. */
  notIn?: InputMaybe<Array<RunStatus>>;
};

/** How far a sales order or one of its lines is invoiced. */
export type SaleInvoiceStatus =
  /** Fully invoiced. */
  | 'INVOICED'
  /** Nothing to invoice. */
  | 'NO'
  /** Something is to be invoiced. */
  | 'TO_INVOICE'
  /** More was delivered than ordered: an opportunity to sell more. */
  | 'UPSELLING';

/** A condition on a SaleInvoiceStatus; null satisfies none but `isNull`. */
export type SaleInvoiceStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<SaleInvoiceStatus>;
  /** One of. */
  in?: InputMaybe<Array<SaleInvoiceStatus>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<SaleInvoiceStatus>;
  /** None of. */
  notIn?: InputMaybe<Array<SaleInvoiceStatus>>;
};

/** A quotation or order of a customer. Owner: Odoo, model `sale.order`. */
export type SaleOrder = Node & {
  __typename?: 'SaleOrder';
  /** Invoiced already, with tax, in `currency`. */
  amountInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Tax, in `currency`. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Still to be invoiced, with tax, in `currency`. */
  amountToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Total with tax, in `currency`. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Total before tax, in `currency`. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** The customer's own number of the order. */
  clientOrderRef: Maybe<Scalars['String']['output']>;
  /** When delivery was promised to the customer. */
  commitmentDate: Maybe<Scalars['DateTime']['output']>;
  /** Company that sells. */
  company: Maybe<Company>;
  /** When it was entered. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Currency of the amounts. */
  currency: Maybe<Currency>;
  /** Units of `currency` for one of the company's currency, on the day of the order. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** When the quotation was made; of an order, when it was confirmed. */
  dateOrder: Maybe<Scalars['DateTime']['output']>;
  /** How far it is delivered; null where nothing is to be delivered. */
  deliveryStatus: Maybe<DeliveryStatus>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Expenses that are invoiced to the customer by this order. */
  expenses: Maybe<ExpenseConnection>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Address that invoices are sent to. */
  invoicePartner: Maybe<Partner>;
  /** How far it is invoiced. */
  invoiceStatus: Maybe<SaleInvoiceStatus>;
  /** Invoices and refunds of the order. */
  invoices: Maybe<MoveConnection>;
  /** Whether the quotation can no longer be accepted. */
  isExpired: Maybe<Scalars['Boolean']['output']>;
  /** Journal of its invoices; null for the first sales journal. */
  journal: Maybe<Journal>;
  /** Lines: products, sections and notes. */
  lines: Maybe<SaleOrderLineConnection>;
  /** Whether the confirmed order can no longer be changed. */
  locked: Maybe<Scalars['Boolean']['output']>;
  /** Order number. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Terms and conditions, HTML. */
  note: Maybe<Scalars['String']['output']>;
  /** Document that led to the order. */
  origin: Maybe<Scalars['String']['output']>;
  /** Customer. */
  partner: Maybe<Partner>;
  /** Part of the total that must be paid to confirm the order, 0 to 1. */
  prepaymentPercent: Maybe<Scalars['Decimal']['output']>;
  /** Project that the order is part of. */
  project: Maybe<Project>;
  /** Whether the customer must pay to confirm the order. */
  requirePayment: Maybe<Scalars['Boolean']['output']>;
  /** Whether the customer must sign to confirm the order. */
  requireSignature: Maybe<Scalars['Boolean']['output']>;
  /** Who sells. */
  salesperson: Maybe<User>;
  /** Address that is delivered to. */
  shippingPartner: Maybe<Partner>;
  /** Who signed for the customer. */
  signedBy: Maybe<Scalars['String']['output']>;
  /** When it was signed. */
  signedOn: Maybe<Scalars['DateTime']['output']>;
  /** Where the order stands. */
  state: Maybe<SaleOrderState>;
  /** Tasks of the order. */
  tasks: Maybe<TaskConnection>;
  /** Last day on which the quotation can be accepted. */
  validityDate: Maybe<Scalars['Date']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A quotation or order of a customer. Owner: Odoo, model `sale.order`. */
export type SaleOrderExpensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExpenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ExpenseOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A quotation or order of a customer. Owner: Odoo, model `sale.order`. */
export type SaleOrderInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A quotation or order of a customer. Owner: Odoo, model `sale.order`. */
export type SaleOrderLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SaleOrderLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SaleOrderLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A quotation or order of a customer. Owner: Odoo, model `sale.order`. */
export type SaleOrderTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of SaleOrder. */
export type SaleOrderAvg = {
  __typename?: 'SaleOrderAvg';
  /** Average of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Average of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Average of `currencyRate`; null where the group has none. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** Average of `prepaymentPercent`; null where the group has none. */
  prepaymentPercent: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of SaleOrder. */
export type SaleOrderConnection = {
  __typename?: 'SaleOrderConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<SaleOrderEdge>;
  /** The records of the page. */
  nodes: Array<SaleOrder>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A SaleOrder and its place in the list. */
export type SaleOrderEdge = {
  __typename?: 'SaleOrderEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: SaleOrder;
};

/** Which SaleOrder records to list; conditions beside each other must all hold. */
export type SaleOrderFilter = {
  /** Condition on `amountTax`. */
  amountTax?: InputMaybe<DecimalFilter>;
  /** Condition on `amountTotal`. */
  amountTotal?: InputMaybe<DecimalFilter>;
  /** Condition on `amountUntaxed`. */
  amountUntaxed?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<SaleOrderFilter>>;
  /** Condition on `clientOrderRef`. */
  clientOrderRef?: InputMaybe<StringFilter>;
  /** Condition on `commitmentDate`. */
  commitmentDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `createDate`. */
  createDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `currencyRate`. */
  currencyRate?: InputMaybe<DecimalFilter>;
  /** Condition on `dateOrder`. */
  dateOrder?: InputMaybe<DateTimeFilter>;
  /** Condition on `deliveryStatus`. */
  deliveryStatus?: InputMaybe<DeliveryStatusFilter>;
  /** Condition on `expenses`. */
  expenses?: InputMaybe<ExpenseListFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `invoicePartner`. */
  invoicePartner?: InputMaybe<PartnerFilter>;
  /** Condition on `invoiceStatus`. */
  invoiceStatus?: InputMaybe<SaleInvoiceStatusFilter>;
  /** Condition on `invoices`. */
  invoices?: InputMaybe<MoveListFilter>;
  /** Condition on `journal`. */
  journal?: InputMaybe<JournalFilter>;
  /** Condition on `lines`. */
  lines?: InputMaybe<SaleOrderLineListFilter>;
  /** Condition on `locked`. */
  locked?: InputMaybe<BooleanFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<SaleOrderFilter>;
  /** Condition on `note`. */
  note?: InputMaybe<StringFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<SaleOrderFilter>>;
  /** Condition on `origin`. */
  origin?: InputMaybe<StringFilter>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `prepaymentPercent`. */
  prepaymentPercent?: InputMaybe<DecimalFilter>;
  /** Condition on `project`. */
  project?: InputMaybe<ProjectFilter>;
  /** Condition on `requirePayment`. */
  requirePayment?: InputMaybe<BooleanFilter>;
  /** Condition on `requireSignature`. */
  requireSignature?: InputMaybe<BooleanFilter>;
  /** Condition on `salesperson`. */
  salesperson?: InputMaybe<UserFilter>;
  /** Condition on `shippingPartner`. */
  shippingPartner?: InputMaybe<PartnerFilter>;
  /** Condition on `signedBy`. */
  signedBy?: InputMaybe<StringFilter>;
  /** Condition on `signedOn`. */
  signedOn?: InputMaybe<DateTimeFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<SaleOrderStateFilter>;
  /** Condition on `tasks`. */
  tasks?: InputMaybe<TaskListFilter>;
  /** Condition on `validityDate`. */
  validityDate?: InputMaybe<DateFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of SaleOrder records with equal keys. */
export type SaleOrderGroup = {
  __typename?: 'SaleOrderGroup';
  /** Averages over the group. */
  avg: SaleOrderAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: SaleOrderGroupKeys;
  /** Greatest values of the group. */
  max: SaleOrderMax;
  /** Smallest values of the group. */
  min: SaleOrderMin;
  /** Sums over the group. */
  sum: SaleOrderSum;
};

/** One key of a grouping of SaleOrder. */
export type SaleOrderGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: SaleOrderGroupField;
};

/** Fields that SaleOrder records can be grouped by. */
export type SaleOrderGroupField =
  /** By `clientOrderRef`. */
  | 'CLIENT_ORDER_REF'
  /** By `commitmentDate`. */
  | 'COMMITMENT_DATE'
  /** By `company`. */
  | 'COMPANY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `dateOrder`. */
  | 'DATE_ORDER'
  /** By `deliveryStatus`. */
  | 'DELIVERY_STATUS'
  /** By `invoicePartner`. */
  | 'INVOICE_PARTNER'
  /** By `invoiceStatus`. */
  | 'INVOICE_STATUS'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `locked`. */
  | 'LOCKED'
  /** By `name`. */
  | 'NAME'
  /** By `note`. */
  | 'NOTE'
  /** By `origin`. */
  | 'ORIGIN'
  /** By `partner`. */
  | 'PARTNER'
  /** By `project`. */
  | 'PROJECT'
  /** By `requirePayment`. */
  | 'REQUIRE_PAYMENT'
  /** By `requireSignature`. */
  | 'REQUIRE_SIGNATURE'
  /** By `salesperson`. */
  | 'SALESPERSON'
  /** By `shippingPartner`. */
  | 'SHIPPING_PARTNER'
  /** By `signedBy`. */
  | 'SIGNED_BY'
  /** By `signedOn`. */
  | 'SIGNED_ON'
  /** By `state`. */
  | 'STATE'
  /** By `validityDate`. */
  | 'VALIDITY_DATE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of SaleOrder; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type SaleOrderGroupKeys = {
  __typename?: 'SaleOrderGroupKeys';
  /** The common `clientOrderRef`; of a time, where its interval begins. */
  clientOrderRef: Maybe<Scalars['String']['output']>;
  /** The common `commitmentDate`; of a time, where its interval begins. */
  commitmentDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `createDate`; of a time, where its interval begins. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `dateOrder`; of a time, where its interval begins. */
  dateOrder: Maybe<Scalars['DateTime']['output']>;
  /** The common `deliveryStatus`; of a time, where its interval begins. */
  deliveryStatus: Maybe<DeliveryStatus>;
  /** The common `invoicePartner`; of a time, where its interval begins. */
  invoicePartner: Maybe<Partner>;
  /** The common `invoiceStatus`; of a time, where its interval begins. */
  invoiceStatus: Maybe<SaleInvoiceStatus>;
  /** The common `journal`; of a time, where its interval begins. */
  journal: Maybe<Journal>;
  /** The common `locked`; of a time, where its interval begins. */
  locked: Maybe<Scalars['Boolean']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `note`; of a time, where its interval begins. */
  note: Maybe<Scalars['String']['output']>;
  /** The common `origin`; of a time, where its interval begins. */
  origin: Maybe<Scalars['String']['output']>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `project`; of a time, where its interval begins. */
  project: Maybe<Project>;
  /** The common `requirePayment`; of a time, where its interval begins. */
  requirePayment: Maybe<Scalars['Boolean']['output']>;
  /** The common `requireSignature`; of a time, where its interval begins. */
  requireSignature: Maybe<Scalars['Boolean']['output']>;
  /** The common `salesperson`; of a time, where its interval begins. */
  salesperson: Maybe<User>;
  /** The common `shippingPartner`; of a time, where its interval begins. */
  shippingPartner: Maybe<Partner>;
  /** The common `signedBy`; of a time, where its interval begins. */
  signedBy: Maybe<Scalars['String']['output']>;
  /** The common `signedOn`; of a time, where its interval begins. */
  signedOn: Maybe<Scalars['DateTime']['output']>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<SaleOrderState>;
  /** The common `validityDate`; of a time, where its interval begins. */
  validityDate: Maybe<Scalars['Date']['output']>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of SaleOrder. */
export type SaleOrderGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: SaleOrderGroupOrderField;
};

/** What groups of SaleOrder can be ordered by. */
export type SaleOrderGroupOrderField =
  /** By the average of `amountTax`. */
  | 'AVG_AMOUNT_TAX'
  /** By the average of `amountTotal`. */
  | 'AVG_AMOUNT_TOTAL'
  /** By the average of `amountUntaxed`. */
  | 'AVG_AMOUNT_UNTAXED'
  /** By the average of `currencyRate`. */
  | 'AVG_CURRENCY_RATE'
  /** By the average of `prepaymentPercent`. */
  | 'AVG_PREPAYMENT_PERCENT'
  /** By `clientOrderRef`. */
  | 'CLIENT_ORDER_REF'
  /** By `commitmentDate`. */
  | 'COMMITMENT_DATE'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `dateOrder`. */
  | 'DATE_ORDER'
  /** By `deliveryStatus`. */
  | 'DELIVERY_STATUS'
  /** By `invoicePartner`. */
  | 'INVOICE_PARTNER'
  /** By `invoiceStatus`. */
  | 'INVOICE_STATUS'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `locked`. */
  | 'LOCKED'
  /** By the greatest `amountTax`. */
  | 'MAX_AMOUNT_TAX'
  /** By the greatest `amountTotal`. */
  | 'MAX_AMOUNT_TOTAL'
  /** By the greatest `amountUntaxed`. */
  | 'MAX_AMOUNT_UNTAXED'
  /** By the greatest `commitmentDate`. */
  | 'MAX_COMMITMENT_DATE'
  /** By the greatest `createDate`. */
  | 'MAX_CREATE_DATE'
  /** By the greatest `currencyRate`. */
  | 'MAX_CURRENCY_RATE'
  /** By the greatest `dateOrder`. */
  | 'MAX_DATE_ORDER'
  /** By the greatest `prepaymentPercent`. */
  | 'MAX_PREPAYMENT_PERCENT'
  /** By the greatest `signedOn`. */
  | 'MAX_SIGNED_ON'
  /** By the greatest `validityDate`. */
  | 'MAX_VALIDITY_DATE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `amountTax`. */
  | 'MIN_AMOUNT_TAX'
  /** By the smallest `amountTotal`. */
  | 'MIN_AMOUNT_TOTAL'
  /** By the smallest `amountUntaxed`. */
  | 'MIN_AMOUNT_UNTAXED'
  /** By the smallest `commitmentDate`. */
  | 'MIN_COMMITMENT_DATE'
  /** By the smallest `createDate`. */
  | 'MIN_CREATE_DATE'
  /** By the smallest `currencyRate`. */
  | 'MIN_CURRENCY_RATE'
  /** By the smallest `dateOrder`. */
  | 'MIN_DATE_ORDER'
  /** By the smallest `prepaymentPercent`. */
  | 'MIN_PREPAYMENT_PERCENT'
  /** By the smallest `signedOn`. */
  | 'MIN_SIGNED_ON'
  /** By the smallest `validityDate`. */
  | 'MIN_VALIDITY_DATE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `note`. */
  | 'NOTE'
  /** By `origin`. */
  | 'ORIGIN'
  /** By `partner`. */
  | 'PARTNER'
  /** By `project`. */
  | 'PROJECT'
  /** By `requirePayment`. */
  | 'REQUIRE_PAYMENT'
  /** By `requireSignature`. */
  | 'REQUIRE_SIGNATURE'
  /** By `salesperson`. */
  | 'SALESPERSON'
  /** By `shippingPartner`. */
  | 'SHIPPING_PARTNER'
  /** By `signedBy`. */
  | 'SIGNED_BY'
  /** By `signedOn`. */
  | 'SIGNED_ON'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `amountTax`. */
  | 'SUM_AMOUNT_TAX'
  /** By the sum of `amountTotal`. */
  | 'SUM_AMOUNT_TOTAL'
  /** By the sum of `amountUntaxed`. */
  | 'SUM_AMOUNT_UNTAXED'
  /** By the sum of `currencyRate`. */
  | 'SUM_CURRENCY_RATE'
  /** By the sum of `prepaymentPercent`. */
  | 'SUM_PREPAYMENT_PERCENT'
  /** By `validityDate`. */
  | 'VALIDITY_DATE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of SaleOrder. */
export type SaleOrderGroupPage = {
  __typename?: 'SaleOrderGroupPage';
  /** The groups. */
  groups: Array<SaleOrderGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A line of a sales order. Owner: Odoo, model `sale.order.line`. */
export type SaleOrderLine = Node & {
  __typename?: 'SaleOrderLine';
  /** Company that sells. */
  company: Maybe<Company>;
  /** Currency of the amounts. */
  currency: Maybe<Currency>;
  /** Days from confirmation to shipping. */
  customerLead: Maybe<Scalars['Decimal']['output']>;
  /** Discount, in percent. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** What the line shows where it is no product; null for a product. */
  displayType: Maybe<OrderLineDisplayType>;
  /** Expenses that are invoiced to the customer by it. */
  expenses: Maybe<ExpenseConnection>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Lines of invoices for it. */
  invoiceLines: Maybe<MoveLineConnection>;
  /** How far the line is invoiced. */
  invoiceStatus: Maybe<SaleInvoiceStatus>;
  /** Whether it is a down payment. */
  isDownpayment: Maybe<Scalars['Boolean']['output']>;
  /** Whether it sells a service. */
  isService: Maybe<Scalars['Boolean']['output']>;
  /** Description; several lines of text. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The order this line belongs to. */
  order: Maybe<SaleOrder>;
  /** Customer. */
  partner: Maybe<Partner>;
  /** Amount before tax, in `currency`. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Tax, in `currency`. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Amount with tax, in `currency`. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Price for one `unit`, in `currency`. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** The product sold. */
  product: Maybe<Product>;
  /** Quantity ordered, in `unit`. */
  productUomQty: Maybe<Scalars['Decimal']['output']>;
  /** Project that was made for the line. */
  project: Maybe<Project>;
  /** Lines of purchase orders that were made for it. */
  purchaseOrderLines: Maybe<PurchaseOrderLineConnection>;
  /** Quantity delivered, in `unit`. */
  qtyDelivered: Maybe<Scalars['Decimal']['output']>;
  /** Quantity invoiced, in `unit`. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Quantity to be invoiced, in `unit`. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Hours sold in advance and not yet spent. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Who sells. */
  salesperson: Maybe<User>;
  /** Place among the order's lines, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** State of the order. */
  state: Maybe<SaleOrderState>;
  /** Task that was made for the line. */
  task: Maybe<Task>;
  /** Time spent on it. */
  timesheets: Maybe<TimesheetConnection>;
  /** Unit of the quantities. */
  unit: Maybe<Unit>;
  /** Invoiced already, before tax, in `currency`. */
  untaxedAmountInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Still to be invoiced, before tax, in `currency`. */
  untaxedAmountToInvoice: Maybe<Scalars['Decimal']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A line of a sales order. Owner: Odoo, model `sale.order.line`. */
export type SaleOrderLineExpensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExpenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ExpenseOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A line of a sales order. Owner: Odoo, model `sale.order.line`. */
export type SaleOrderLineInvoiceLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A line of a sales order. Owner: Odoo, model `sale.order.line`. */
export type SaleOrderLinePurchaseOrderLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PurchaseOrderLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PurchaseOrderLineOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A line of a sales order. Owner: Odoo, model `sale.order.line`. */
export type SaleOrderLineTimesheetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TimesheetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TimesheetOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of SaleOrderLine. */
export type SaleOrderLineAvg = {
  __typename?: 'SaleOrderLineAvg';
  /** Average of `customerLead`; null where the group has none. */
  customerLead: Maybe<Scalars['Decimal']['output']>;
  /** Average of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceTax`; null where the group has none. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Average of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Average of `productUomQty`; null where the group has none. */
  productUomQty: Maybe<Scalars['Decimal']['output']>;
  /** Average of `qtyDelivered`; null where the group has none. */
  qtyDelivered: Maybe<Scalars['Decimal']['output']>;
  /** Average of `qtyInvoiced`; null where the group has none. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Average of `qtyToInvoice`; null where the group has none. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Average of `remainingHours`; null where the group has none. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
  /** Average of `untaxedAmountInvoiced`; null where the group has none. */
  untaxedAmountInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Average of `untaxedAmountToInvoice`; null where the group has none. */
  untaxedAmountToInvoice: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of SaleOrderLine. */
export type SaleOrderLineConnection = {
  __typename?: 'SaleOrderLineConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<SaleOrderLineEdge>;
  /** The records of the page. */
  nodes: Array<SaleOrderLine>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A SaleOrderLine and its place in the list. */
export type SaleOrderLineEdge = {
  __typename?: 'SaleOrderLineEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: SaleOrderLine;
};

/** Which SaleOrderLine records to list; conditions beside each other must all hold. */
export type SaleOrderLineFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<SaleOrderLineFilter>>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `customerLead`. */
  customerLead?: InputMaybe<DecimalFilter>;
  /** Condition on `discount`. */
  discount?: InputMaybe<DecimalFilter>;
  /** Condition on `displayType`. */
  displayType?: InputMaybe<OrderLineDisplayTypeFilter>;
  /** Condition on `expenses`. */
  expenses?: InputMaybe<ExpenseListFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `invoiceLines`. */
  invoiceLines?: InputMaybe<MoveLineListFilter>;
  /** Condition on `invoiceStatus`. */
  invoiceStatus?: InputMaybe<SaleInvoiceStatusFilter>;
  /** Condition on `isDownpayment`. */
  isDownpayment?: InputMaybe<BooleanFilter>;
  /** Condition on `isService`. */
  isService?: InputMaybe<BooleanFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<SaleOrderLineFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<SaleOrderLineFilter>>;
  /** Condition on `order`. */
  order?: InputMaybe<SaleOrderFilter>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `priceSubtotal`. */
  priceSubtotal?: InputMaybe<DecimalFilter>;
  /** Condition on `priceTax`. */
  priceTax?: InputMaybe<DecimalFilter>;
  /** Condition on `priceTotal`. */
  priceTotal?: InputMaybe<DecimalFilter>;
  /** Condition on `priceUnit`. */
  priceUnit?: InputMaybe<DecimalFilter>;
  /** Condition on `product`. */
  product?: InputMaybe<ProductFilter>;
  /** Condition on `productUomQty`. */
  productUomQty?: InputMaybe<DecimalFilter>;
  /** Condition on `project`. */
  project?: InputMaybe<ProjectFilter>;
  /** Condition on `purchaseOrderLines`. */
  purchaseOrderLines?: InputMaybe<PurchaseOrderLineListFilter>;
  /** Condition on `qtyDelivered`. */
  qtyDelivered?: InputMaybe<DecimalFilter>;
  /** Condition on `qtyInvoiced`. */
  qtyInvoiced?: InputMaybe<DecimalFilter>;
  /** Condition on `qtyToInvoice`. */
  qtyToInvoice?: InputMaybe<DecimalFilter>;
  /** Condition on `remainingHours`. */
  remainingHours?: InputMaybe<DecimalFilter>;
  /** Condition on `salesperson`. */
  salesperson?: InputMaybe<UserFilter>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<SaleOrderStateFilter>;
  /** Condition on `task`. */
  task?: InputMaybe<TaskFilter>;
  /** Condition on `timesheets`. */
  timesheets?: InputMaybe<TimesheetListFilter>;
  /** Condition on `unit`. */
  unit?: InputMaybe<UnitFilter>;
  /** Condition on `untaxedAmountInvoiced`. */
  untaxedAmountInvoiced?: InputMaybe<DecimalFilter>;
  /** Condition on `untaxedAmountToInvoice`. */
  untaxedAmountToInvoice?: InputMaybe<DecimalFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of SaleOrderLine records with equal keys. */
export type SaleOrderLineGroup = {
  __typename?: 'SaleOrderLineGroup';
  /** Averages over the group. */
  avg: SaleOrderLineAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: SaleOrderLineGroupKeys;
  /** Greatest values of the group. */
  max: SaleOrderLineMax;
  /** Smallest values of the group. */
  min: SaleOrderLineMin;
  /** Sums over the group. */
  sum: SaleOrderLineSum;
};

/** One key of a grouping of SaleOrderLine. */
export type SaleOrderLineGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: SaleOrderLineGroupField;
};

/** Fields that SaleOrderLine records can be grouped by. */
export type SaleOrderLineGroupField =
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `displayType`. */
  | 'DISPLAY_TYPE'
  /** By `invoiceLines`. */
  | 'INVOICE_LINES'
  /** By `invoiceStatus`. */
  | 'INVOICE_STATUS'
  /** By `isDownpayment`. */
  | 'IS_DOWNPAYMENT'
  /** By `isService`. */
  | 'IS_SERVICE'
  /** By `name`. */
  | 'NAME'
  /** By `order`. */
  | 'ORDER'
  /** By `partner`. */
  | 'PARTNER'
  /** By `product`. */
  | 'PRODUCT'
  /** By `project`. */
  | 'PROJECT'
  /** By `salesperson`. */
  | 'SALESPERSON'
  /** By `state`. */
  | 'STATE'
  /** By `task`. */
  | 'TASK'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of SaleOrderLine; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type SaleOrderLineGroupKeys = {
  __typename?: 'SaleOrderLineGroupKeys';
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `displayType`; of a time, where its interval begins. */
  displayType: Maybe<OrderLineDisplayType>;
  /** The common `invoiceLines`; of a time, where its interval begins. */
  invoiceLines: Maybe<MoveLine>;
  /** The common `invoiceStatus`; of a time, where its interval begins. */
  invoiceStatus: Maybe<SaleInvoiceStatus>;
  /** The common `isDownpayment`; of a time, where its interval begins. */
  isDownpayment: Maybe<Scalars['Boolean']['output']>;
  /** The common `isService`; of a time, where its interval begins. */
  isService: Maybe<Scalars['Boolean']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `order`; of a time, where its interval begins. */
  order: Maybe<SaleOrder>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `product`; of a time, where its interval begins. */
  product: Maybe<Product>;
  /** The common `project`; of a time, where its interval begins. */
  project: Maybe<Project>;
  /** The common `salesperson`; of a time, where its interval begins. */
  salesperson: Maybe<User>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<SaleOrderState>;
  /** The common `task`; of a time, where its interval begins. */
  task: Maybe<Task>;
  /** The common `unit`; of a time, where its interval begins. */
  unit: Maybe<Unit>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of SaleOrderLine. */
export type SaleOrderLineGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: SaleOrderLineGroupOrderField;
};

/** What groups of SaleOrderLine can be ordered by. */
export type SaleOrderLineGroupOrderField =
  /** By the average of `customerLead`. */
  | 'AVG_CUSTOMER_LEAD'
  /** By the average of `discount`. */
  | 'AVG_DISCOUNT'
  /** By the average of `priceSubtotal`. */
  | 'AVG_PRICE_SUBTOTAL'
  /** By the average of `priceTax`. */
  | 'AVG_PRICE_TAX'
  /** By the average of `priceTotal`. */
  | 'AVG_PRICE_TOTAL'
  /** By the average of `priceUnit`. */
  | 'AVG_PRICE_UNIT'
  /** By the average of `productUomQty`. */
  | 'AVG_PRODUCT_UOM_QTY'
  /** By the average of `qtyDelivered`. */
  | 'AVG_QTY_DELIVERED'
  /** By the average of `qtyInvoiced`. */
  | 'AVG_QTY_INVOICED'
  /** By the average of `qtyToInvoice`. */
  | 'AVG_QTY_TO_INVOICE'
  /** By the average of `remainingHours`. */
  | 'AVG_REMAINING_HOURS'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By the average of `untaxedAmountInvoiced`. */
  | 'AVG_UNTAXED_AMOUNT_INVOICED'
  /** By the average of `untaxedAmountToInvoice`. */
  | 'AVG_UNTAXED_AMOUNT_TO_INVOICE'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `displayType`. */
  | 'DISPLAY_TYPE'
  /** By `invoiceLines`. */
  | 'INVOICE_LINES'
  /** By `invoiceStatus`. */
  | 'INVOICE_STATUS'
  /** By `isDownpayment`. */
  | 'IS_DOWNPAYMENT'
  /** By `isService`. */
  | 'IS_SERVICE'
  /** By the greatest `customerLead`. */
  | 'MAX_CUSTOMER_LEAD'
  /** By the greatest `discount`. */
  | 'MAX_DISCOUNT'
  /** By the greatest `priceSubtotal`. */
  | 'MAX_PRICE_SUBTOTAL'
  /** By the greatest `priceTax`. */
  | 'MAX_PRICE_TAX'
  /** By the greatest `priceTotal`. */
  | 'MAX_PRICE_TOTAL'
  /** By the greatest `priceUnit`. */
  | 'MAX_PRICE_UNIT'
  /** By the greatest `productUomQty`. */
  | 'MAX_PRODUCT_UOM_QTY'
  /** By the greatest `qtyDelivered`. */
  | 'MAX_QTY_DELIVERED'
  /** By the greatest `qtyInvoiced`. */
  | 'MAX_QTY_INVOICED'
  /** By the greatest `qtyToInvoice`. */
  | 'MAX_QTY_TO_INVOICE'
  /** By the greatest `remainingHours`. */
  | 'MAX_REMAINING_HOURS'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `untaxedAmountInvoiced`. */
  | 'MAX_UNTAXED_AMOUNT_INVOICED'
  /** By the greatest `untaxedAmountToInvoice`. */
  | 'MAX_UNTAXED_AMOUNT_TO_INVOICE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `customerLead`. */
  | 'MIN_CUSTOMER_LEAD'
  /** By the smallest `discount`. */
  | 'MIN_DISCOUNT'
  /** By the smallest `priceSubtotal`. */
  | 'MIN_PRICE_SUBTOTAL'
  /** By the smallest `priceTax`. */
  | 'MIN_PRICE_TAX'
  /** By the smallest `priceTotal`. */
  | 'MIN_PRICE_TOTAL'
  /** By the smallest `priceUnit`. */
  | 'MIN_PRICE_UNIT'
  /** By the smallest `productUomQty`. */
  | 'MIN_PRODUCT_UOM_QTY'
  /** By the smallest `qtyDelivered`. */
  | 'MIN_QTY_DELIVERED'
  /** By the smallest `qtyInvoiced`. */
  | 'MIN_QTY_INVOICED'
  /** By the smallest `qtyToInvoice`. */
  | 'MIN_QTY_TO_INVOICE'
  /** By the smallest `remainingHours`. */
  | 'MIN_REMAINING_HOURS'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `untaxedAmountInvoiced`. */
  | 'MIN_UNTAXED_AMOUNT_INVOICED'
  /** By the smallest `untaxedAmountToInvoice`. */
  | 'MIN_UNTAXED_AMOUNT_TO_INVOICE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `order`. */
  | 'ORDER'
  /** By `partner`. */
  | 'PARTNER'
  /** By `product`. */
  | 'PRODUCT'
  /** By `project`. */
  | 'PROJECT'
  /** By `salesperson`. */
  | 'SALESPERSON'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `customerLead`. */
  | 'SUM_CUSTOMER_LEAD'
  /** By the sum of `discount`. */
  | 'SUM_DISCOUNT'
  /** By the sum of `priceSubtotal`. */
  | 'SUM_PRICE_SUBTOTAL'
  /** By the sum of `priceTax`. */
  | 'SUM_PRICE_TAX'
  /** By the sum of `priceTotal`. */
  | 'SUM_PRICE_TOTAL'
  /** By the sum of `priceUnit`. */
  | 'SUM_PRICE_UNIT'
  /** By the sum of `productUomQty`. */
  | 'SUM_PRODUCT_UOM_QTY'
  /** By the sum of `qtyDelivered`. */
  | 'SUM_QTY_DELIVERED'
  /** By the sum of `qtyInvoiced`. */
  | 'SUM_QTY_INVOICED'
  /** By the sum of `qtyToInvoice`. */
  | 'SUM_QTY_TO_INVOICE'
  /** By the sum of `remainingHours`. */
  | 'SUM_REMAINING_HOURS'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By the sum of `untaxedAmountInvoiced`. */
  | 'SUM_UNTAXED_AMOUNT_INVOICED'
  /** By the sum of `untaxedAmountToInvoice`. */
  | 'SUM_UNTAXED_AMOUNT_TO_INVOICE'
  /** By `task`. */
  | 'TASK'
  /** By `unit`. */
  | 'UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of SaleOrderLine. */
export type SaleOrderLineGroupPage = {
  __typename?: 'SaleOrderLineGroupPage';
  /** The groups. */
  groups: Array<SaleOrderLineGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of SaleOrderLine below a record. */
export type SaleOrderLineListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<SaleOrderLineFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<SaleOrderLineFilter>;
};

/** Greatest of the numbers of a group of SaleOrderLine. */
export type SaleOrderLineMax = {
  __typename?: 'SaleOrderLineMax';
  /** Greatest of `customerLead`; null where the group has none. */
  customerLead: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceTax`; null where the group has none. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `productUomQty`; null where the group has none. */
  productUomQty: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `qtyDelivered`; null where the group has none. */
  qtyDelivered: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `qtyInvoiced`; null where the group has none. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `qtyToInvoice`; null where the group has none. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `remainingHours`; null where the group has none. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `untaxedAmountInvoiced`; null where the group has none. */
  untaxedAmountInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `untaxedAmountToInvoice`; null where the group has none. */
  untaxedAmountToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of SaleOrderLine. */
export type SaleOrderLineMin = {
  __typename?: 'SaleOrderLineMin';
  /** Smallest of `customerLead`; null where the group has none. */
  customerLead: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceTax`; null where the group has none. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `productUomQty`; null where the group has none. */
  productUomQty: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `qtyDelivered`; null where the group has none. */
  qtyDelivered: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `qtyInvoiced`; null where the group has none. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `qtyToInvoice`; null where the group has none. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `remainingHours`; null where the group has none. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `untaxedAmountInvoiced`; null where the group has none. */
  untaxedAmountInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `untaxedAmountToInvoice`; null where the group has none. */
  untaxedAmountToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of SaleOrderLine. */
export type SaleOrderLineOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: SaleOrderLineOrderField;
};

/** Fields that a list of SaleOrderLine can be ordered by. */
export type SaleOrderLineOrderField =
  /** By `company`. */
  | 'COMPANY'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `customerLead`. */
  | 'CUSTOMER_LEAD'
  /** By `discount`. */
  | 'DISCOUNT'
  /** By `displayType`. */
  | 'DISPLAY_TYPE'
  /** By `id`. */
  | 'ID'
  /** By `invoiceStatus`. */
  | 'INVOICE_STATUS'
  /** By `isDownpayment`. */
  | 'IS_DOWNPAYMENT'
  /** By `isService`. */
  | 'IS_SERVICE'
  /** By `name`. */
  | 'NAME'
  /** By `order`. */
  | 'ORDER'
  /** By `partner`. */
  | 'PARTNER'
  /** By `priceSubtotal`. */
  | 'PRICE_SUBTOTAL'
  /** By `priceTax`. */
  | 'PRICE_TAX'
  /** By `priceTotal`. */
  | 'PRICE_TOTAL'
  /** By `priceUnit`. */
  | 'PRICE_UNIT'
  /** By `product`. */
  | 'PRODUCT'
  /** By `productUomQty`. */
  | 'PRODUCT_UOM_QTY'
  /** By `project`. */
  | 'PROJECT'
  /** By `qtyDelivered`. */
  | 'QTY_DELIVERED'
  /** By `qtyInvoiced`. */
  | 'QTY_INVOICED'
  /** By `qtyToInvoice`. */
  | 'QTY_TO_INVOICE'
  /** By `remainingHours`. */
  | 'REMAINING_HOURS'
  /** By `salesperson`. */
  | 'SALESPERSON'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `state`. */
  | 'STATE'
  /** By `task`. */
  | 'TASK'
  /** By `unit`. */
  | 'UNIT'
  /** By `untaxedAmountInvoiced`. */
  | 'UNTAXED_AMOUNT_INVOICED'
  /** By `untaxedAmountToInvoice`. */
  | 'UNTAXED_AMOUNT_TO_INVOICE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of SaleOrderLine. */
export type SaleOrderLineSum = {
  __typename?: 'SaleOrderLineSum';
  /** Sum of `customerLead`; null where the group has none. */
  customerLead: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `discount`; null where the group has none. */
  discount: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceSubtotal`; null where the group has none. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceTax`; null where the group has none. */
  priceTax: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceTotal`; null where the group has none. */
  priceTotal: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `priceUnit`; null where the group has none. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `productUomQty`; null where the group has none. */
  productUomQty: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `qtyDelivered`; null where the group has none. */
  qtyDelivered: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `qtyInvoiced`; null where the group has none. */
  qtyInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `qtyToInvoice`; null where the group has none. */
  qtyToInvoice: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `remainingHours`; null where the group has none. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `untaxedAmountInvoiced`; null where the group has none. */
  untaxedAmountInvoiced: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `untaxedAmountToInvoice`; null where the group has none. */
  untaxedAmountToInvoice: Maybe<Scalars['Decimal']['output']>;
};

/** A condition on a list of SaleOrder below a record. */
export type SaleOrderListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<SaleOrderFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<SaleOrderFilter>;
};

/** Greatest of the numbers of a group of SaleOrder. */
export type SaleOrderMax = {
  __typename?: 'SaleOrderMax';
  /** Greatest of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `commitmentDate`; null where the group has none. */
  commitmentDate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `currencyRate`; null where the group has none. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `dateOrder`; null where the group has none. */
  dateOrder: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `prepaymentPercent`; null where the group has none. */
  prepaymentPercent: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `signedOn`; null where the group has none. */
  signedOn: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `validityDate`; null where the group has none. */
  validityDate: Maybe<Scalars['Date']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of SaleOrder. */
export type SaleOrderMin = {
  __typename?: 'SaleOrderMin';
  /** Smallest of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `commitmentDate`; null where the group has none. */
  commitmentDate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `currencyRate`; null where the group has none. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `dateOrder`; null where the group has none. */
  dateOrder: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `prepaymentPercent`; null where the group has none. */
  prepaymentPercent: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `signedOn`; null where the group has none. */
  signedOn: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `validityDate`; null where the group has none. */
  validityDate: Maybe<Scalars['Date']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of SaleOrder. */
export type SaleOrderOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: SaleOrderOrderField;
};

/** Fields that a list of SaleOrder can be ordered by. */
export type SaleOrderOrderField =
  /** By `amountTax`. */
  | 'AMOUNT_TAX'
  /** By `amountTotal`. */
  | 'AMOUNT_TOTAL'
  /** By `amountUntaxed`. */
  | 'AMOUNT_UNTAXED'
  /** By `clientOrderRef`. */
  | 'CLIENT_ORDER_REF'
  /** By `commitmentDate`. */
  | 'COMMITMENT_DATE'
  /** By `company`. */
  | 'COMPANY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `currencyRate`. */
  | 'CURRENCY_RATE'
  /** By `dateOrder`. */
  | 'DATE_ORDER'
  /** By `deliveryStatus`. */
  | 'DELIVERY_STATUS'
  /** By `id`. */
  | 'ID'
  /** By `invoicePartner`. */
  | 'INVOICE_PARTNER'
  /** By `invoiceStatus`. */
  | 'INVOICE_STATUS'
  /** By `journal`. */
  | 'JOURNAL'
  /** By `locked`. */
  | 'LOCKED'
  /** By `name`. */
  | 'NAME'
  /** By `note`. */
  | 'NOTE'
  /** By `origin`. */
  | 'ORIGIN'
  /** By `partner`. */
  | 'PARTNER'
  /** By `prepaymentPercent`. */
  | 'PREPAYMENT_PERCENT'
  /** By `project`. */
  | 'PROJECT'
  /** By `requirePayment`. */
  | 'REQUIRE_PAYMENT'
  /** By `requireSignature`. */
  | 'REQUIRE_SIGNATURE'
  /** By `salesperson`. */
  | 'SALESPERSON'
  /** By `shippingPartner`. */
  | 'SHIPPING_PARTNER'
  /** By `signedBy`. */
  | 'SIGNED_BY'
  /** By `signedOn`. */
  | 'SIGNED_ON'
  /** By `state`. */
  | 'STATE'
  /** By `validityDate`. */
  | 'VALIDITY_DATE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Life cycle of a sales order. */
export type SaleOrderState =
  /** Cancelled. */
  | 'CANCEL'
  /** A quotation. */
  | 'DRAFT'
  /** A sales order. */
  | 'SALE'
  /** A quotation that was sent to the customer. */
  | 'SENT';

/** A condition on a SaleOrderState; null satisfies none but `isNull`. */
export type SaleOrderStateFilter = {
  /** Equal to. */
  eq?: InputMaybe<SaleOrderState>;
  /** One of. */
  in?: InputMaybe<Array<SaleOrderState>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<SaleOrderState>;
  /** None of. */
  notIn?: InputMaybe<Array<SaleOrderState>>;
};

/** Sum of the numbers of a group of SaleOrder. */
export type SaleOrderSum = {
  __typename?: 'SaleOrderSum';
  /** Sum of `amountTax`; null where the group has none. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountTotal`; null where the group has none. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `amountUntaxed`; null where the group has none. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `currencyRate`; null where the group has none. */
  currencyRate: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `prepaymentPercent`; null where the group has none. */
  prepaymentPercent: Maybe<Scalars['Decimal']['output']>;
};

/** What `savePageAsTemplate` needs. */
export type SavePageAsTemplateInput = {
  /** What it is for, up to 2000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name, up to 200 characters; the page's title where absent. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Uuid of the page to take what stands on it from. */
  pageId: Scalars['ID']['input'];
};

/** What `savePageAsTemplate` did. */
export type SavePageAsTemplatePayload = {
  __typename?: 'SavePageAsTemplatePayload';
  /** Databases and files of the page that the template does not have; null where it was refused. */
  leftOut: Maybe<Array<LeftOut>>;
  /** The new template; null where it was refused. */
  template: Maybe<Template>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A plan by which runs are enqueued. Owner: the ledger, table `ops.schedules`. */
export type Schedule = Node & {
  __typename?: 'Schedule';
  /** Name of the agent whose runs it enqueues. */
  agent: Scalars['String']['output'];
  /** What happens to due times that were missed. */
  catchUp: CatchUp;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Its cron expression: minute, hour, day of the month, month, day of the week. */
  expression: Scalars['String']['output'];
  /** The schedule's uuid. */
  id: Scalars['ID']['output'];
  /** What each run works on. */
  input: Maybe<Scalars['JSON']['output']>;
  /** Kind of the runs, e.g. `odoo.write`. */
  kind: Scalars['String']['output'];
  /** The latest due time that it was enqueued for; null before the first. */
  lastDueAt: Maybe<Scalars['DateTime']['output']>;
  /** The latest due time that was left out because an earlier run had not ended (`overlap: SKIP`); null where none was. */
  lastSkippedAt: Maybe<Scalars['DateTime']['output']>;
  /** How often a run may be claimed, 1 to 100. */
  maxAttempts: Scalars['Int']['output'];
  /** Its name, unique; by it `upsertSchedule` finds it again. */
  name: Scalars['String']['output'];
  /** When it is due next; null where no due time lies within nine years (41 years where the day of the month and the weekday must both match). */
  nextDueAt: Maybe<Scalars['DateTime']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** What happens when it is due while an earlier run of it has not ended. */
  overlap: Overlap;
  /** Whether it enqueues nothing for now; what falls due meanwhile is not caught up. */
  paused: Scalars['Boolean']['output'];
  /** Which queued run goes first: the greater one, -1000 to 1000. */
  priority: Scalars['Int']['output'];
  /** Who created it: an agent, `service`, or a user's uuid. */
  requestedBy: Scalars['String']['output'];
  /** The runs that it enqueued, the newest first. */
  runs: Maybe<RunConnection>;
  /** The IANA time zone in which the expression is read, e.g. `Europe/Berlin`. */
  timeZone: Scalars['String']['output'];
  /** When it was last changed by request. */
  updatedAt: Scalars['DateTime']['output'];
  /** Why its runs may wait for ever, e.g. no known worker executes their kind, or why none could be enqueued; null where all is well. */
  warning: Maybe<Scalars['String']['output']>;
};


/** A plan by which runs are enqueued. Owner: the ledger, table `ops.schedules`. */
export type ScheduleRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RunOrder>>;
};

/** A page of a list of Schedule. */
export type ScheduleConnection = {
  __typename?: 'ScheduleConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<ScheduleEdge>;
  /** The records of the page. */
  nodes: Array<Schedule>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Schedule and its place in the list. */
export type ScheduleEdge = {
  __typename?: 'ScheduleEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Schedule;
};

/** Which Schedule records to list; conditions beside each other must all hold. */
export type ScheduleFilter = {
  /** Condition on `agent`. */
  agent?: InputMaybe<StringFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<ScheduleFilter>>;
  /** Condition on `catchUp`. */
  catchUp?: InputMaybe<CatchUpFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `expression`. */
  expression?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `kind`. */
  kind?: InputMaybe<StringFilter>;
  /** Condition on `lastDueAt`. */
  lastDueAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `lastSkippedAt`. */
  lastSkippedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `maxAttempts`. */
  maxAttempts?: InputMaybe<IntFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** Condition on `nextDueAt`. */
  nextDueAt?: InputMaybe<DateTimeFilter>;
  /** This does not hold. */
  not?: InputMaybe<ScheduleFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ScheduleFilter>>;
  /** Condition on `overlap`. */
  overlap?: InputMaybe<OverlapFilter>;
  /** Condition on `paused`. */
  paused?: InputMaybe<BooleanFilter>;
  /** Condition on `priority`. */
  priority?: InputMaybe<IntFilter>;
  /** Condition on `requestedBy`. */
  requestedBy?: InputMaybe<StringFilter>;
  /** Condition on `runs`. */
  runs?: InputMaybe<RunListFilter>;
  /** Condition on `timeZone`. */
  timeZone?: InputMaybe<StringFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `warning`. */
  warning?: InputMaybe<StringFilter>;
};

/** A condition on a list of Schedule below a record. */
export type ScheduleListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ScheduleFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ScheduleFilter>;
};

/** One key of the order of a list of Schedule. */
export type ScheduleOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ScheduleOrderField;
};

/** Fields that a list of Schedule can be ordered by. */
export type ScheduleOrderField =
  /** By `agent`. */
  | 'AGENT'
  /** By `catchUp`. */
  | 'CATCH_UP'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `expression`. */
  | 'EXPRESSION'
  /** By `id`. */
  | 'ID'
  /** By `kind`. */
  | 'KIND'
  /** By `lastDueAt`. */
  | 'LAST_DUE_AT'
  /** By `lastSkippedAt`. */
  | 'LAST_SKIPPED_AT'
  /** By `maxAttempts`. */
  | 'MAX_ATTEMPTS'
  /** By `name`. */
  | 'NAME'
  /** By `nextDueAt`. */
  | 'NEXT_DUE_AT'
  /** By `overlap`. */
  | 'OVERLAP'
  /** By `paused`. */
  | 'PAUSED'
  /** By `priority`. */
  | 'PRIORITY'
  /** By `requestedBy`. */
  | 'REQUESTED_BY'
  /** By `timeZone`. */
  | 'TIME_ZONE'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `warning`. */
  | 'WARNING';

/** How far the search index is. */
export type SearchIndexState = {
  __typename?: 'SearchIndexState';
  /** Whether that model knows words and no meaning: it is the one built in, for a gateway without any other. */
  isLexical: Scalars['Boolean']['output'];
  /** Seconds since the oldest change that is not indexed yet, dead letters among them; 0 where there is none. */
  lagSeconds: Scalars['Float']['output'];
  /** The embedding model that questions are compared by. */
  model: Scalars['String']['output'];
  /** Seconds for which the first of those pages waits; 0 where none does. */
  oldestPendingSeconds: Scalars['Float']['output'];
  /** How many pages wait for the indexer: new ones that are not found yet, and changed ones that are found as they were. Dead letters are not counted: `indexQueue` has them. */
  pendingPages: Scalars['Int']['output'];
  /** How many passages are of another model, and so found by their words alone, or wait to be indexed anew. */
  staleChunks: Scalars['Int']['output'];
};

/** What `setProjectMember` needs. */
export type SetProjectMemberInput = {
  /** The project's uuid. */
  projectId: Scalars['ID']['input'];
  /** Name of the role, e.g. `developer`; absent, the membership ends. */
  role?: InputMaybe<Scalars['String']['input']>;
  /** Uuid of the user at the auth server. */
  userId: Scalars['ID']['input'];
};

/** What `setProjectMember` did. */
export type SetProjectMemberPayload = {
  __typename?: 'SetProjectMemberPayload';
  /** The membership; null where it ended, or was refused. */
  member: Maybe<ProjectMember>;
  /** The project; null where it was refused. */
  project: Maybe<DeliveryProject>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A shared place for pages, with its own members. Owner: the workspace, table `work.spaces`. */
export type Space = Node & {
  __typename?: 'Space';
  /** When it was archived: nobody but a service writes into it then; null while it is open. Lists show archived spaces too. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** What was deleted on its pages and can be brought back by `restoreFromBin`, the latest first. Archived pages and databases are no part of it: lists show them by their `archivedAt`. */
  bin: Maybe<BinItemConnection>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The space's uuid. */
  id: Scalars['ID']['output'];
  /** Language of its texts, by the name that Postgres has for it, e.g. `english`: decides which words a search takes for the same; `simple` takes words as they stand. */
  language: Scalars['String']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Its pages, on all levels; `pageTree` answers them in the order of the tree. */
  pages: Maybe<PageConnection>;
  /** Its members, each with a role. */
  permissions: Maybe<PermissionConnection>;
  /** What its pages can begin with, by name. */
  templates: Maybe<TemplateConnection>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts up with every change of the space itself, from 1. */
  version: Scalars['Int']['output'];
};


/** A shared place for pages, with its own members. Owner: the workspace, table `work.spaces`. */
export type SpaceBinArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BinItemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BinItemOrder>>;
};


/** A shared place for pages, with its own members. Owner: the workspace, table `work.spaces`. */
export type SpacePagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PageOrder>>;
};


/** A shared place for pages, with its own members. Owner: the workspace, table `work.spaces`. */
export type SpacePermissionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PermissionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PermissionOrder>>;
};


/** A shared place for pages, with its own members. Owner: the workspace, table `work.spaces`. */
export type SpaceTemplatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TemplateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TemplateOrder>>;
};

/** A page of a list of Space. */
export type SpaceConnection = {
  __typename?: 'SpaceConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<SpaceEdge>;
  /** The records of the page. */
  nodes: Array<Space>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Space and its place in the list. */
export type SpaceEdge = {
  __typename?: 'SpaceEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Space;
};

/** Which Space records to list; conditions beside each other must all hold. */
export type SpaceFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<SpaceFilter>>;
  /** Condition on `archivedAt`. */
  archivedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `bin`. */
  bin?: InputMaybe<BinItemListFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `language`. */
  language?: InputMaybe<StringFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<SpaceFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<SpaceFilter>>;
  /** Condition on `pages`. */
  pages?: InputMaybe<PageListFilter>;
  /** Condition on `permissions`. */
  permissions?: InputMaybe<PermissionListFilter>;
  /** Condition on `templates`. */
  templates?: InputMaybe<TemplateListFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `version`. */
  version?: InputMaybe<IntFilter>;
};

/** A condition on a list of Space below a record. */
export type SpaceListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<SpaceFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<SpaceFilter>;
};

/** One key of the order of a list of Space. */
export type SpaceOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: SpaceOrderField;
};

/** Fields that a list of Space can be ordered by. */
export type SpaceOrderField =
  /** By `archivedAt`. */
  | 'ARCHIVED_AT'
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `language`. */
  | 'LANGUAGE'
  /** By `name`. */
  | 'NAME'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `version`. */
  | 'VERSION';

/** What a member may do in a space. */
export type SpaceRole =
  /** Also manages the space and its members. */
  | 'ADMIN'
  /** Also writes pages and what is on them. */
  | 'EDITOR'
  /** Reads and comments. */
  | 'MEMBER';

/** A condition on a SpaceRole; null satisfies none but `isNull`. */
export type SpaceRoleFilter = {
  /** Equal to. */
  eq?: InputMaybe<SpaceRole>;
  /** One of. */
  in?: InputMaybe<Array<SpaceRole>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<SpaceRole>;
  /** None of. */
  notIn?: InputMaybe<Array<SpaceRole>>;
};

/** Makes two blocks of one that has a text. The new one has the same type and comes just after; what stands inside stays with the first. */
export type SplitBlock = {
  /** The block. */
  blockId: Scalars['ID']['input'];
  /** A uuid that the client makes for the new block, as in `InsertBlock.id`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Where its text is cut, in UTF-16 code units from the start. */
  offset: Scalars['Int']['input'];
};

/** A condition on a String; null satisfies none but `isNull`. */
export type StringFilter = {
  /** Contains this text, whatever the case. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Equal to. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['String']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['String']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['String']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['String']['input']>;
  /** Different from. */
  ne?: InputMaybe<Scalars['String']['input']>;
  /** None of. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Starts with this text, whatever the case. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What changes, as it changes: over WebSocket (subprotocol `graphql-transport-ws`) or as an event stream on `/graphql`.
 *
 * Each answer carries its place, so that who was cut off asks again from there: what was missed comes first, nothing is lost
 * or comes twice.
 */
export type Subscription = {
  __typename?: 'Subscription';
  /** `askDocs` while its answer is written: each sentence is sent once it is checked. Ends with the answer; writes to no table. */
  askDocsAnswer: Maybe<DocsAnswerEvent>;
  /**
   * Each page that changes, or on which a block, comment, database, column, row or attachment changes, as the latest change left
   * it; several changes in quick succession may come as one. By exactly one of `pageId` and `spaceId`.
   *
   * It shows what the viewer may see at that moment, and ends with `NOT_FOUND` once the page or space is gone or the viewer is
   * no longer a member of its space, as it does where there is none. A page that leaves the space, or is deleted from it, is
   * not shown any more; an archived one is.
   *
   * Pages come in the order of the transactions that changed them, and only once every transaction that began to write before
   * theirs has ended: so one that commits late is never passed over, and one that takes long holds up those after it.
   */
  pageChanged: Maybe<PageChange>;
  /**
   * The events of one run after number `after`, in order and without a gap; it ends when the run has ended and all of them were
   * sent. To go on after a cut, give the `seq` of the last event seen. Events that retention has archived are left out.
   */
  runEvents: Maybe<RunEvent>;
  /**
   * Each run that changes, as its latest change left it; several changes in quick succession may come as one. A run that no
   * longer satisfies the filter after a change is not shown.
   *
   * Runs come in the order of the transactions that changed them, and only once every transaction that began to write before
   * theirs has ended: so one that commits late is never passed over, and one that takes long holds up those after it.
   */
  runs: Maybe<RunChange>;
};


/**
 * What changes, as it changes: over WebSocket (subprotocol `graphql-transport-ws`) or as an event stream on `/graphql`.
 *
 * Each answer carries its place, so that who was cut off asks again from there: what was missed comes first, nothing is lost
 * or comes twice.
 */
export type SubscriptionAskDocsAnswerArgs = {
  filter?: InputMaybe<AskDocsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  question: Scalars['String']['input'];
  spaceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


/**
 * What changes, as it changes: over WebSocket (subprotocol `graphql-transport-ws`) or as an event stream on `/graphql`.
 *
 * Each answer carries its place, so that who was cut off asks again from there: what was missed comes first, nothing is lost
 * or comes twice.
 */
export type SubscriptionPageChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  pageId?: InputMaybe<Scalars['ID']['input']>;
  spaceId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * What changes, as it changes: over WebSocket (subprotocol `graphql-transport-ws`) or as an event stream on `/graphql`.
 *
 * Each answer carries its place, so that who was cut off asks again from there: what was missed comes first, nothing is lost
 * or comes twice.
 */
export type SubscriptionRunEventsArgs = {
  after?: Scalars['Int']['input'];
  runId: Scalars['ID']['input'];
};


/**
 * What changes, as it changes: over WebSocket (subprotocol `graphql-transport-ws`) or as an event stream on `/graphql`.
 *
 * Each answer carries its place, so that who was cut off asks again from there: what was missed comes first, nothing is lost
 * or comes twice.
 */
export type SubscriptionRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
};

/** A task of a project. Owner: Odoo, model `project.task`. */
export type Task = Node & {
  __typename?: 'Task';
  /** Whether it is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Planned time, in hours. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Who does it. */
  assignees: Maybe<UserConnection>;
  /** Tasks that must be closed first. */
  blockedBy: Maybe<TaskConnection>;
  /** Tasks that wait for this. */
  blocks: Maybe<TaskConnection>;
  /** Company that does the task. */
  company: Maybe<Company>;
  /** When it was entered. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** When it was last assigned or unassigned. */
  dateAssign: Maybe<Scalars['DateTime']['output']>;
  /** Deadline. */
  dateDeadline: Maybe<Scalars['DateTime']['output']>;
  /** When it reached a folded stage, as done tasks do. */
  dateEnd: Maybe<Scalars['DateTime']['output']>;
  /** When it last changed its stage or state. */
  dateLastStageUpdate: Maybe<Scalars['DateTime']['output']>;
  /** What is to be done, HTML. */
  description: Maybe<Scalars['String']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Time spent, in hours, without sub-tasks. */
  effectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Whether it is done or cancelled. */
  isClosed: Maybe<Scalars['Boolean']['output']>;
  /** Title. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Time spent beyond the planned, in hours. */
  overtime: Maybe<Scalars['Decimal']['output']>;
  /** The task that this is a part of. */
  parent: Maybe<Task>;
  /** Customer the task is done for. */
  partner: Maybe<Partner>;
  /** Importance. */
  priority: Maybe<TaskPriority>;
  /** Time spent as a part of the planned: 1 is all of it. */
  progress: Maybe<Scalars['Decimal']['output']>;
  /** The project. */
  project: Maybe<Project>;
  /** Fields that the project gives its tasks: a list of definitions (`name`, `string`, `type`), each with the task's `value`. */
  properties: Maybe<Scalars['JSON']['output']>;
  /** Planned time less time spent, in hours. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Sales order that pays for it. */
  saleOrder: Maybe<SaleOrder>;
  /** Line of a sales order that its time is sold by. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** Place among the tasks of its stage, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Column of the project's board. */
  stage: Maybe<TaskStage>;
  /** Where the task stands within its stage. */
  state: Maybe<TaskState>;
  /** How many sub-tasks it has. */
  subtaskCount: Maybe<Scalars['Int']['output']>;
  /** Time spent on sub-tasks and theirs, in hours. */
  subtaskEffectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Tasks that are parts of this. */
  subtasks: Maybe<TaskConnection>;
  /** Tags. */
  tags: Maybe<ProjectTagConnection>;
  /** Time spent on it. */
  timesheets: Maybe<TimesheetConnection>;
  /** Time spent, in hours, with sub-tasks and theirs. */
  totalHoursSpent: Maybe<Scalars['Decimal']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A task of a project. Owner: Odoo, model `project.task`. */
export type TaskAssigneesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UserOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A task of a project. Owner: Odoo, model `project.task`. */
export type TaskBlockedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A task of a project. Owner: Odoo, model `project.task`. */
export type TaskBlocksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A task of a project. Owner: Odoo, model `project.task`. */
export type TaskSubtasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A task of a project. Owner: Odoo, model `project.task`. */
export type TaskTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectTagFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectTagOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A task of a project. Owner: Odoo, model `project.task`. */
export type TaskTimesheetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TimesheetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TimesheetOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of Task. */
export type TaskAvg = {
  __typename?: 'TaskAvg';
  /** Average of `allocatedHours`; null where the group has none. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Average of `effectiveHours`; null where the group has none. */
  effectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Average of `overtime`; null where the group has none. */
  overtime: Maybe<Scalars['Decimal']['output']>;
  /** Average of `progress`; null where the group has none. */
  progress: Maybe<Scalars['Decimal']['output']>;
  /** Average of `remainingHours`; null where the group has none. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
  /** Average of `subtaskEffectiveHours`; null where the group has none. */
  subtaskEffectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Average of `totalHoursSpent`; null where the group has none. */
  totalHoursSpent: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Task. */
export type TaskConnection = {
  __typename?: 'TaskConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<TaskEdge>;
  /** The records of the page. */
  nodes: Array<Task>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Task and its place in the list. */
export type TaskEdge = {
  __typename?: 'TaskEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Task;
};

/** Which Task records to list; conditions beside each other must all hold. */
export type TaskFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** Condition on `allocatedHours`. */
  allocatedHours?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<TaskFilter>>;
  /** Condition on `assignees`. */
  assignees?: InputMaybe<UserListFilter>;
  /** Condition on `blockedBy`. */
  blockedBy?: InputMaybe<TaskListFilter>;
  /** Condition on `blocks`. */
  blocks?: InputMaybe<TaskListFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `createDate`. */
  createDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `dateAssign`. */
  dateAssign?: InputMaybe<DateTimeFilter>;
  /** Condition on `dateDeadline`. */
  dateDeadline?: InputMaybe<DateTimeFilter>;
  /** Condition on `dateEnd`. */
  dateEnd?: InputMaybe<DateTimeFilter>;
  /** Condition on `dateLastStageUpdate`. */
  dateLastStageUpdate?: InputMaybe<DateTimeFilter>;
  /** Condition on `description`. */
  description?: InputMaybe<StringFilter>;
  /** Condition on `effectiveHours`. */
  effectiveHours?: InputMaybe<DecimalFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `isClosed`. */
  isClosed?: InputMaybe<BooleanFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<TaskFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TaskFilter>>;
  /** Condition on `overtime`. */
  overtime?: InputMaybe<DecimalFilter>;
  /** Condition on `parent`. */
  parent?: InputMaybe<TaskFilter>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `priority`. */
  priority?: InputMaybe<TaskPriorityFilter>;
  /** Condition on `progress`. */
  progress?: InputMaybe<DecimalFilter>;
  /** Condition on `project`. */
  project?: InputMaybe<ProjectFilter>;
  /** Condition on `remainingHours`. */
  remainingHours?: InputMaybe<DecimalFilter>;
  /** Condition on `saleOrder`. */
  saleOrder?: InputMaybe<SaleOrderFilter>;
  /** Condition on `saleOrderLine`. */
  saleOrderLine?: InputMaybe<SaleOrderLineFilter>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `stage`. */
  stage?: InputMaybe<TaskStageFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<TaskStateFilter>;
  /** Condition on `subtaskEffectiveHours`. */
  subtaskEffectiveHours?: InputMaybe<DecimalFilter>;
  /** Condition on `subtasks`. */
  subtasks?: InputMaybe<TaskListFilter>;
  /** Condition on `tags`. */
  tags?: InputMaybe<ProjectTagListFilter>;
  /** Condition on `timesheets`. */
  timesheets?: InputMaybe<TimesheetListFilter>;
  /** Condition on `totalHoursSpent`. */
  totalHoursSpent?: InputMaybe<DecimalFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Task records with equal keys. */
export type TaskGroup = {
  __typename?: 'TaskGroup';
  /** Averages over the group. */
  avg: TaskAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: TaskGroupKeys;
  /** Greatest values of the group. */
  max: TaskMax;
  /** Smallest values of the group. */
  min: TaskMin;
  /** Sums over the group. */
  sum: TaskSum;
};

/** One key of a grouping of Task. */
export type TaskGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: TaskGroupField;
};

/** Fields that Task records can be grouped by. */
export type TaskGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `assignees`. */
  | 'ASSIGNEES'
  /** By `blockedBy`. */
  | 'BLOCKED_BY'
  /** By `blocks`. */
  | 'BLOCKS'
  /** By `company`. */
  | 'COMPANY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `dateAssign`. */
  | 'DATE_ASSIGN'
  /** By `dateDeadline`. */
  | 'DATE_DEADLINE'
  /** By `dateEnd`. */
  | 'DATE_END'
  /** By `dateLastStageUpdate`. */
  | 'DATE_LAST_STAGE_UPDATE'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `partner`. */
  | 'PARTNER'
  /** By `priority`. */
  | 'PRIORITY'
  /** By `project`. */
  | 'PROJECT'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `stage`. */
  | 'STAGE'
  /** By `state`. */
  | 'STATE'
  /** By `tags`. */
  | 'TAGS'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Task; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type TaskGroupKeys = {
  __typename?: 'TaskGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `assignees`; of a time, where its interval begins. */
  assignees: Maybe<User>;
  /** The common `blockedBy`; of a time, where its interval begins. */
  blockedBy: Maybe<Task>;
  /** The common `blocks`; of a time, where its interval begins. */
  blocks: Maybe<Task>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `createDate`; of a time, where its interval begins. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `dateAssign`; of a time, where its interval begins. */
  dateAssign: Maybe<Scalars['DateTime']['output']>;
  /** The common `dateDeadline`; of a time, where its interval begins. */
  dateDeadline: Maybe<Scalars['DateTime']['output']>;
  /** The common `dateEnd`; of a time, where its interval begins. */
  dateEnd: Maybe<Scalars['DateTime']['output']>;
  /** The common `dateLastStageUpdate`; of a time, where its interval begins. */
  dateLastStageUpdate: Maybe<Scalars['DateTime']['output']>;
  /** The common `description`; of a time, where its interval begins. */
  description: Maybe<Scalars['String']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `parent`; of a time, where its interval begins. */
  parent: Maybe<Task>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `priority`; of a time, where its interval begins. */
  priority: Maybe<TaskPriority>;
  /** The common `project`; of a time, where its interval begins. */
  project: Maybe<Project>;
  /** The common `saleOrder`; of a time, where its interval begins. */
  saleOrder: Maybe<SaleOrder>;
  /** The common `saleOrderLine`; of a time, where its interval begins. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** The common `stage`; of a time, where its interval begins. */
  stage: Maybe<TaskStage>;
  /** The common `state`; of a time, where its interval begins. */
  state: Maybe<TaskState>;
  /** The common `tags`; of a time, where its interval begins. */
  tags: Maybe<ProjectTag>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Task. */
export type TaskGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: TaskGroupOrderField;
};

/** What groups of Task can be ordered by. */
export type TaskGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `assignees`. */
  | 'ASSIGNEES'
  /** By the average of `allocatedHours`. */
  | 'AVG_ALLOCATED_HOURS'
  /** By the average of `effectiveHours`. */
  | 'AVG_EFFECTIVE_HOURS'
  /** By the average of `overtime`. */
  | 'AVG_OVERTIME'
  /** By the average of `progress`. */
  | 'AVG_PROGRESS'
  /** By the average of `remainingHours`. */
  | 'AVG_REMAINING_HOURS'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By the average of `subtaskEffectiveHours`. */
  | 'AVG_SUBTASK_EFFECTIVE_HOURS'
  /** By the average of `totalHoursSpent`. */
  | 'AVG_TOTAL_HOURS_SPENT'
  /** By `blockedBy`. */
  | 'BLOCKED_BY'
  /** By `blocks`. */
  | 'BLOCKS'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `dateAssign`. */
  | 'DATE_ASSIGN'
  /** By `dateDeadline`. */
  | 'DATE_DEADLINE'
  /** By `dateEnd`. */
  | 'DATE_END'
  /** By `dateLastStageUpdate`. */
  | 'DATE_LAST_STAGE_UPDATE'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By the greatest `allocatedHours`. */
  | 'MAX_ALLOCATED_HOURS'
  /** By the greatest `createDate`. */
  | 'MAX_CREATE_DATE'
  /** By the greatest `dateAssign`. */
  | 'MAX_DATE_ASSIGN'
  /** By the greatest `dateDeadline`. */
  | 'MAX_DATE_DEADLINE'
  /** By the greatest `dateEnd`. */
  | 'MAX_DATE_END'
  /** By the greatest `dateLastStageUpdate`. */
  | 'MAX_DATE_LAST_STAGE_UPDATE'
  /** By the greatest `effectiveHours`. */
  | 'MAX_EFFECTIVE_HOURS'
  /** By the greatest `overtime`. */
  | 'MAX_OVERTIME'
  /** By the greatest `progress`. */
  | 'MAX_PROGRESS'
  /** By the greatest `remainingHours`. */
  | 'MAX_REMAINING_HOURS'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `subtaskEffectiveHours`. */
  | 'MAX_SUBTASK_EFFECTIVE_HOURS'
  /** By the greatest `totalHoursSpent`. */
  | 'MAX_TOTAL_HOURS_SPENT'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `allocatedHours`. */
  | 'MIN_ALLOCATED_HOURS'
  /** By the smallest `createDate`. */
  | 'MIN_CREATE_DATE'
  /** By the smallest `dateAssign`. */
  | 'MIN_DATE_ASSIGN'
  /** By the smallest `dateDeadline`. */
  | 'MIN_DATE_DEADLINE'
  /** By the smallest `dateEnd`. */
  | 'MIN_DATE_END'
  /** By the smallest `dateLastStageUpdate`. */
  | 'MIN_DATE_LAST_STAGE_UPDATE'
  /** By the smallest `effectiveHours`. */
  | 'MIN_EFFECTIVE_HOURS'
  /** By the smallest `overtime`. */
  | 'MIN_OVERTIME'
  /** By the smallest `progress`. */
  | 'MIN_PROGRESS'
  /** By the smallest `remainingHours`. */
  | 'MIN_REMAINING_HOURS'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `subtaskEffectiveHours`. */
  | 'MIN_SUBTASK_EFFECTIVE_HOURS'
  /** By the smallest `totalHoursSpent`. */
  | 'MIN_TOTAL_HOURS_SPENT'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `parent`. */
  | 'PARENT'
  /** By `partner`. */
  | 'PARTNER'
  /** By `priority`. */
  | 'PRIORITY'
  /** By `project`. */
  | 'PROJECT'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `stage`. */
  | 'STAGE'
  /** By `state`. */
  | 'STATE'
  /** By the sum of `allocatedHours`. */
  | 'SUM_ALLOCATED_HOURS'
  /** By the sum of `effectiveHours`. */
  | 'SUM_EFFECTIVE_HOURS'
  /** By the sum of `overtime`. */
  | 'SUM_OVERTIME'
  /** By the sum of `progress`. */
  | 'SUM_PROGRESS'
  /** By the sum of `remainingHours`. */
  | 'SUM_REMAINING_HOURS'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By the sum of `subtaskEffectiveHours`. */
  | 'SUM_SUBTASK_EFFECTIVE_HOURS'
  /** By the sum of `totalHoursSpent`. */
  | 'SUM_TOTAL_HOURS_SPENT'
  /** By `tags`. */
  | 'TAGS'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Task. */
export type TaskGroupPage = {
  __typename?: 'TaskGroupPage';
  /** The groups. */
  groups: Array<TaskGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Task below a record. */
export type TaskListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<TaskFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<TaskFilter>;
};

/** Greatest of the numbers of a group of Task. */
export type TaskMax = {
  __typename?: 'TaskMax';
  /** Greatest of `allocatedHours`; null where the group has none. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `dateAssign`; null where the group has none. */
  dateAssign: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `dateDeadline`; null where the group has none. */
  dateDeadline: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `dateEnd`; null where the group has none. */
  dateEnd: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `dateLastStageUpdate`; null where the group has none. */
  dateLastStageUpdate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `effectiveHours`; null where the group has none. */
  effectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `overtime`; null where the group has none. */
  overtime: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `progress`; null where the group has none. */
  progress: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `remainingHours`; null where the group has none. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `subtaskEffectiveHours`; null where the group has none. */
  subtaskEffectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `totalHoursSpent`; null where the group has none. */
  totalHoursSpent: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Task. */
export type TaskMin = {
  __typename?: 'TaskMin';
  /** Smallest of `allocatedHours`; null where the group has none. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `dateAssign`; null where the group has none. */
  dateAssign: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `dateDeadline`; null where the group has none. */
  dateDeadline: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `dateEnd`; null where the group has none. */
  dateEnd: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `dateLastStageUpdate`; null where the group has none. */
  dateLastStageUpdate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `effectiveHours`; null where the group has none. */
  effectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `overtime`; null where the group has none. */
  overtime: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `progress`; null where the group has none. */
  progress: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `remainingHours`; null where the group has none. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `subtaskEffectiveHours`; null where the group has none. */
  subtaskEffectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `totalHoursSpent`; null where the group has none. */
  totalHoursSpent: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Task. */
export type TaskOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: TaskOrderField;
};

/** Fields that a list of Task can be ordered by. */
export type TaskOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `allocatedHours`. */
  | 'ALLOCATED_HOURS'
  /** By `company`. */
  | 'COMPANY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `dateAssign`. */
  | 'DATE_ASSIGN'
  /** By `dateDeadline`. */
  | 'DATE_DEADLINE'
  /** By `dateEnd`. */
  | 'DATE_END'
  /** By `dateLastStageUpdate`. */
  | 'DATE_LAST_STAGE_UPDATE'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `effectiveHours`. */
  | 'EFFECTIVE_HOURS'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `overtime`. */
  | 'OVERTIME'
  /** By `parent`. */
  | 'PARENT'
  /** By `partner`. */
  | 'PARTNER'
  /** By `priority`. */
  | 'PRIORITY'
  /** By `progress`. */
  | 'PROGRESS'
  /** By `project`. */
  | 'PROJECT'
  /** By `remainingHours`. */
  | 'REMAINING_HOURS'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `stage`. */
  | 'STAGE'
  /** By `state`. */
  | 'STATE'
  /** By `subtaskEffectiveHours`. */
  | 'SUBTASK_EFFECTIVE_HOURS'
  /** By `totalHoursSpent`. */
  | 'TOTAL_HOURS_SPENT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Importance of a task. */
export type TaskPriority =
  /** High. */
  | 'HIGH'
  /** Low, the default. */
  | 'LOW'
  /** Medium. */
  | 'MEDIUM'
  /** Urgent. */
  | 'URGENT';

/** A condition on a TaskPriority; null satisfies none but `isNull`. */
export type TaskPriorityFilter = {
  /** Equal to. */
  eq?: InputMaybe<TaskPriority>;
  /** One of. */
  in?: InputMaybe<Array<TaskPriority>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<TaskPriority>;
  /** None of. */
  notIn?: InputMaybe<Array<TaskPriority>>;
};

/** A column of a project's board. Owner: Odoo, model `project.task.type`. */
export type TaskStage = Node & {
  __typename?: 'TaskStage';
  /** Whether it is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Whether the column is folded, as that of closed tasks. */
  fold: Maybe<Scalars['Boolean']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Projects whose board has it. */
  projects: Maybe<ProjectConnection>;
  /** Place on the board, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** User whose own column it is; null for a column of projects. */
  user: Maybe<User>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};


/** A column of a project's board. Owner: Odoo, model `project.task.type`. */
export type TaskStageProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Average of the numbers of a group of TaskStage. */
export type TaskStageAvg = {
  __typename?: 'TaskStageAvg';
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of TaskStage. */
export type TaskStageConnection = {
  __typename?: 'TaskStageConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<TaskStageEdge>;
  /** The records of the page. */
  nodes: Array<TaskStage>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A TaskStage and its place in the list. */
export type TaskStageEdge = {
  __typename?: 'TaskStageEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: TaskStage;
};

/** Which TaskStage records to list; conditions beside each other must all hold. */
export type TaskStageFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<TaskStageFilter>>;
  /** Condition on `fold`. */
  fold?: InputMaybe<BooleanFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<TaskStageFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TaskStageFilter>>;
  /** Condition on `projects`. */
  projects?: InputMaybe<ProjectListFilter>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `user`. */
  user?: InputMaybe<UserFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of TaskStage records with equal keys. */
export type TaskStageGroup = {
  __typename?: 'TaskStageGroup';
  /** Averages over the group. */
  avg: TaskStageAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: TaskStageGroupKeys;
  /** Greatest values of the group. */
  max: TaskStageMax;
  /** Smallest values of the group. */
  min: TaskStageMin;
  /** Sums over the group. */
  sum: TaskStageSum;
};

/** One key of a grouping of TaskStage. */
export type TaskStageGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: TaskStageGroupField;
};

/** Fields that TaskStage records can be grouped by. */
export type TaskStageGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `fold`. */
  | 'FOLD'
  /** By `name`. */
  | 'NAME'
  /** By `projects`. */
  | 'PROJECTS'
  /** By `user`. */
  | 'USER'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of TaskStage; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type TaskStageGroupKeys = {
  __typename?: 'TaskStageGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `fold`; of a time, where its interval begins. */
  fold: Maybe<Scalars['Boolean']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `projects`; of a time, where its interval begins. */
  projects: Maybe<Project>;
  /** The common `user`; of a time, where its interval begins. */
  user: Maybe<User>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of TaskStage. */
export type TaskStageGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: TaskStageGroupOrderField;
};

/** What groups of TaskStage can be ordered by. */
export type TaskStageGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `fold`. */
  | 'FOLD'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `projects`. */
  | 'PROJECTS'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By `user`. */
  | 'USER'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of TaskStage. */
export type TaskStageGroupPage = {
  __typename?: 'TaskStageGroupPage';
  /** The groups. */
  groups: Array<TaskStageGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of TaskStage below a record. */
export type TaskStageListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<TaskStageFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<TaskStageFilter>;
};

/** Greatest of the numbers of a group of TaskStage. */
export type TaskStageMax = {
  __typename?: 'TaskStageMax';
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of TaskStage. */
export type TaskStageMin = {
  __typename?: 'TaskStageMin';
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of TaskStage. */
export type TaskStageOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: TaskStageOrderField;
};

/** Fields that a list of TaskStage can be ordered by. */
export type TaskStageOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `fold`. */
  | 'FOLD'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `user`. */
  | 'USER'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of TaskStage. */
export type TaskStageSum = {
  __typename?: 'TaskStageSum';
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** Where a task stands within its stage. */
export type TaskState =
  /** Approved. */
  | 'APPROVED'
  /** Cancelled. */
  | 'CANCELED'
  /** Changes are requested. */
  | 'CHANGES_REQUESTED'
  /** Done. */
  | 'DONE'
  /** In progress. */
  | 'IN_PROGRESS'
  /** Waits for tasks that block it. */
  | 'WAITING';

/** A condition on a TaskState; null satisfies none but `isNull`. */
export type TaskStateFilter = {
  /** Equal to. */
  eq?: InputMaybe<TaskState>;
  /** One of. */
  in?: InputMaybe<Array<TaskState>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<TaskState>;
  /** None of. */
  notIn?: InputMaybe<Array<TaskState>>;
};

/** Sum of the numbers of a group of Task. */
export type TaskSum = {
  __typename?: 'TaskSum';
  /** Sum of `allocatedHours`; null where the group has none. */
  allocatedHours: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `effectiveHours`; null where the group has none. */
  effectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `overtime`; null where the group has none. */
  overtime: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `progress`; null where the group has none. */
  progress: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `remainingHours`; null where the group has none. */
  remainingHours: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `subtaskEffectiveHours`; null where the group has none. */
  subtaskEffectiveHours: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `totalHoursSpent`; null where the group has none. */
  totalHoursSpent: Maybe<Scalars['Decimal']['output']>;
};

/** A tax. Owner: Odoo, model `account.tax`. */
export type Tax = Node & {
  __typename?: 'Tax';
  /** Whether it is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** Rate in percent, or a fixed amount, as `amountType` says. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** How it is computed. */
  amountType: Maybe<TaxAmountType>;
  /** Company that it belongs to. */
  company: Maybe<Company>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** Place in Odoo's lists, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** On what it may be used. */
  typeTaxUse: Maybe<TaxUse>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** How a tax is computed. */
export type TaxAmountType =
  /** As a percentage of the price with tax. */
  | 'DIVISION'
  /** As a fixed amount for each unit. */
  | 'FIXED'
  /** As a group of other taxes. */
  | 'GROUP'
  /** As a percentage of the price. */
  | 'PERCENT';

/** A condition on a TaxAmountType; null satisfies none but `isNull`. */
export type TaxAmountTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<TaxAmountType>;
  /** One of. */
  in?: InputMaybe<Array<TaxAmountType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<TaxAmountType>;
  /** None of. */
  notIn?: InputMaybe<Array<TaxAmountType>>;
};

/** Average of the numbers of a group of Tax. */
export type TaxAvg = {
  __typename?: 'TaxAvg';
  /** Average of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Tax. */
export type TaxConnection = {
  __typename?: 'TaxConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<TaxEdge>;
  /** The records of the page. */
  nodes: Array<Tax>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Tax and its place in the list. */
export type TaxEdge = {
  __typename?: 'TaxEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Tax;
};

/** Which Tax records to list; conditions beside each other must all hold. */
export type TaxFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** Condition on `amount`. */
  amount?: InputMaybe<DecimalFilter>;
  /** Condition on `amountType`. */
  amountType?: InputMaybe<TaxAmountTypeFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<TaxFilter>>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<TaxFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TaxFilter>>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `typeTaxUse`. */
  typeTaxUse?: InputMaybe<TaxUseFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Tax records with equal keys. */
export type TaxGroup = {
  __typename?: 'TaxGroup';
  /** Averages over the group. */
  avg: TaxAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: TaxGroupKeys;
  /** Greatest values of the group. */
  max: TaxMax;
  /** Smallest values of the group. */
  min: TaxMin;
  /** Sums over the group. */
  sum: TaxSum;
};

/** One key of a grouping of Tax. */
export type TaxGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: TaxGroupField;
};

/** Fields that Tax records can be grouped by. */
export type TaxGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `amountType`. */
  | 'AMOUNT_TYPE'
  /** By `company`. */
  | 'COMPANY'
  /** By `name`. */
  | 'NAME'
  /** By `typeTaxUse`. */
  | 'TYPE_TAX_USE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Tax; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type TaxGroupKeys = {
  __typename?: 'TaxGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `amountType`; of a time, where its interval begins. */
  amountType: Maybe<TaxAmountType>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `typeTaxUse`; of a time, where its interval begins. */
  typeTaxUse: Maybe<TaxUse>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Tax. */
export type TaxGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: TaxGroupOrderField;
};

/** What groups of Tax can be ordered by. */
export type TaxGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `amountType`. */
  | 'AMOUNT_TYPE'
  /** By the average of `amount`. */
  | 'AVG_AMOUNT'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By the greatest `amount`. */
  | 'MAX_AMOUNT'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `amount`. */
  | 'MIN_AMOUNT'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By the sum of `amount`. */
  | 'SUM_AMOUNT'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By `typeTaxUse`. */
  | 'TYPE_TAX_USE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Tax. */
export type TaxGroupPage = {
  __typename?: 'TaxGroupPage';
  /** The groups. */
  groups: Array<TaxGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Tax below a record. */
export type TaxListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<TaxFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<TaxFilter>;
};

/** Greatest of the numbers of a group of Tax. */
export type TaxMax = {
  __typename?: 'TaxMax';
  /** Greatest of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Tax. */
export type TaxMin = {
  __typename?: 'TaxMin';
  /** Smallest of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Tax. */
export type TaxOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: TaxOrderField;
};

/** Fields that a list of Tax can be ordered by. */
export type TaxOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `amount`. */
  | 'AMOUNT'
  /** By `amountType`. */
  | 'AMOUNT_TYPE'
  /** By `company`. */
  | 'COMPANY'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `typeTaxUse`. */
  | 'TYPE_TAX_USE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of Tax. */
export type TaxSum = {
  __typename?: 'TaxSum';
  /** Sum of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** On what a tax may be used. */
export type TaxUse =
  /** Neither: as a part of other taxes. */
  | 'NONE'
  /** Purchases. */
  | 'PURCHASE'
  /** Sales. */
  | 'SALE';

/** A condition on a TaxUse; null satisfies none but `isNull`. */
export type TaxUseFilter = {
  /** Equal to. */
  eq?: InputMaybe<TaxUse>;
  /** One of. */
  in?: InputMaybe<Array<TaxUse>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<TaxUse>;
  /** None of. */
  notIn?: InputMaybe<Array<TaxUse>>;
};

/** What pages of a space can begin with. Owner: the workspace, table `work.templates`. */
export type Template = Node & {
  __typename?: 'Template';
  /**
   * `{ title, pageId, blocks: [{ n, in, rank, type, content, id? }], databases: [{ id, pageId, title, isArchived, columns, rows }],
   * attachments: [{ id, n? }] }`: title and uuid of the page that it was; its blocks, each with a number, the number of the block
   * that it stands in, its rank, and type and content as `Block` has them, with an id only where a link leads to it; its databases;
   * and the files that the template keeps, each with the number of the block that it is on.
   */
  content: Scalars['JSON']['output'];
  /** When it was saved. */
  createdAt: Scalars['DateTime']['output'];
  /** Uuid of the user who saved it; null where a service did. */
  createdBy: Maybe<Scalars['ID']['output']>;
  /** What it is for; null where nothing was said. */
  description: Maybe<Scalars['String']['output']>;
  /** The template's uuid. */
  id: Scalars['ID']['output'];
  /** Name; a space has one of a name. */
  name: Scalars['String']['output'];
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The space that it belongs to. */
  space: Maybe<Space>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts up with every change, from 1. */
  version: Scalars['Int']['output'];
};

/** A page of a list of Template. */
export type TemplateConnection = {
  __typename?: 'TemplateConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<TemplateEdge>;
  /** The records of the page. */
  nodes: Array<Template>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Template and its place in the list. */
export type TemplateEdge = {
  __typename?: 'TemplateEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Template;
};

/** Which Template records to list; conditions beside each other must all hold. */
export type TemplateFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<TemplateFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `createdBy`. */
  createdBy?: InputMaybe<IdFilter>;
  /** Condition on `description`. */
  description?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<TemplateFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TemplateFilter>>;
  /** Condition on `space`. */
  space?: InputMaybe<SpaceFilter>;
  /** Condition on `updatedAt`. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `version`. */
  version?: InputMaybe<IntFilter>;
};

/** A condition on a list of Template below a record. */
export type TemplateListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<TemplateFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<TemplateFilter>;
};

/** One key of the order of a list of Template. */
export type TemplateOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: TemplateOrderField;
};

/** Fields that a list of Template can be ordered by. */
export type TemplateOrderField =
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `createdBy`. */
  | 'CREATED_BY'
  /** By `description`. */
  | 'DESCRIPTION'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `version`. */
  | 'VERSION';

/** Time that an employee spent on a project: an analytic line with a project. Owner: Odoo, model `account.analytic.line`. */
export type Timesheet = Node & {
  __typename?: 'Timesheet';
  /** What the time costs, in `currency`; negative, as all costs. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** How the time is invoiced. */
  billableType: Maybe<TimesheetBillableType>;
  /** Company that did the work. */
  company: Maybe<Company>;
  /** When it was entered. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Currency of `amount`. */
  currency: Maybe<Currency>;
  /** Day of the work. */
  date: Maybe<Scalars['Date']['output']>;
  /** Department of the employee. */
  department: Maybe<Department>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Who worked. */
  employee: Maybe<Employee>;
  /** Time spent, in hours. */
  hours: Maybe<Scalars['Decimal']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Invoice that bills the time; null while none does. */
  invoice: Maybe<Move>;
  /** Job title of the employee. */
  jobTitle: Maybe<Scalars['String']['output']>;
  /** Manager of the employee. */
  manager: Maybe<Employee>;
  /** What was done. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** The task that `task` is a part of. */
  parentTask: Maybe<Task>;
  /** Customer the work was done for. */
  partner: Maybe<Partner>;
  /** The project. */
  project: Maybe<Project>;
  /** Sales order that the time is sold by. */
  saleOrder: Maybe<SaleOrder>;
  /** Line of that sales order. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** The task; null for time on the project as a whole. */
  task: Maybe<Task>;
  /** Unit that Odoo keeps the time in. */
  unit: Maybe<Unit>;
  /** Who worked, as a user of Odoo. */
  user: Maybe<User>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Average of the numbers of a group of Timesheet. */
export type TimesheetAvg = {
  __typename?: 'TimesheetAvg';
  /** Average of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Average of `hours`; null where the group has none. */
  hours: Maybe<Scalars['Decimal']['output']>;
};

/** How time, or another line of a project, is invoiced. */
export type TimesheetBillableType =
  /** At a fixed price. */
  | 'BILLABLE_FIXED'
  /** By quantities entered by hand. */
  | 'BILLABLE_MANUAL'
  /** By milestones. */
  | 'BILLABLE_MILESTONES'
  /** By time spent. */
  | 'BILLABLE_TIME'
  /** Not at all. */
  | 'NON_BILLABLE'
  /** Other costs. */
  | 'OTHER_COSTS'
  /** Other revenue. */
  | 'OTHER_REVENUES'
  /** Revenue from services. */
  | 'SERVICE_REVENUES'
  /** Revenue from time. */
  | 'TIMESHEET_REVENUES';

/** A condition on a TimesheetBillableType; null satisfies none but `isNull`. */
export type TimesheetBillableTypeFilter = {
  /** Equal to. */
  eq?: InputMaybe<TimesheetBillableType>;
  /** One of. */
  in?: InputMaybe<Array<TimesheetBillableType>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<TimesheetBillableType>;
  /** None of. */
  notIn?: InputMaybe<Array<TimesheetBillableType>>;
};

/** A page of a list of Timesheet. */
export type TimesheetConnection = {
  __typename?: 'TimesheetConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<TimesheetEdge>;
  /** The records of the page. */
  nodes: Array<Timesheet>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Timesheet and its place in the list. */
export type TimesheetEdge = {
  __typename?: 'TimesheetEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Timesheet;
};

/** Which Timesheet records to list; conditions beside each other must all hold. */
export type TimesheetFilter = {
  /** Condition on `amount`. */
  amount?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<TimesheetFilter>>;
  /** Condition on `billableType`. */
  billableType?: InputMaybe<TimesheetBillableTypeFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `createDate`. */
  createDate?: InputMaybe<DateTimeFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `date`. */
  date?: InputMaybe<DateFilter>;
  /** Condition on `department`. */
  department?: InputMaybe<DepartmentFilter>;
  /** Condition on `employee`. */
  employee?: InputMaybe<EmployeeFilter>;
  /** Condition on `hours`. */
  hours?: InputMaybe<DecimalFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `invoice`. */
  invoice?: InputMaybe<MoveFilter>;
  /** Condition on `jobTitle`. */
  jobTitle?: InputMaybe<StringFilter>;
  /** Condition on `manager`. */
  manager?: InputMaybe<EmployeeFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<TimesheetFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TimesheetFilter>>;
  /** Condition on `parentTask`. */
  parentTask?: InputMaybe<TaskFilter>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `project`. */
  project?: InputMaybe<ProjectFilter>;
  /** Condition on `saleOrder`. */
  saleOrder?: InputMaybe<SaleOrderFilter>;
  /** Condition on `saleOrderLine`. */
  saleOrderLine?: InputMaybe<SaleOrderLineFilter>;
  /** Condition on `task`. */
  task?: InputMaybe<TaskFilter>;
  /** Condition on `unit`. */
  unit?: InputMaybe<UnitFilter>;
  /** Condition on `user`. */
  user?: InputMaybe<UserFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Timesheet records with equal keys. */
export type TimesheetGroup = {
  __typename?: 'TimesheetGroup';
  /** Averages over the group. */
  avg: TimesheetAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: TimesheetGroupKeys;
  /** Greatest values of the group. */
  max: TimesheetMax;
  /** Smallest values of the group. */
  min: TimesheetMin;
  /** Sums over the group. */
  sum: TimesheetSum;
};

/** One key of a grouping of Timesheet. */
export type TimesheetGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: TimesheetGroupField;
};

/** Fields that Timesheet records can be grouped by. */
export type TimesheetGroupField =
  /** By `billableType`. */
  | 'BILLABLE_TYPE'
  /** By `company`. */
  | 'COMPANY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `department`. */
  | 'DEPARTMENT'
  /** By `employee`. */
  | 'EMPLOYEE'
  /** By `invoice`. */
  | 'INVOICE'
  /** By `jobTitle`. */
  | 'JOB_TITLE'
  /** By `manager`. */
  | 'MANAGER'
  /** By `name`. */
  | 'NAME'
  /** By `parentTask`. */
  | 'PARENT_TASK'
  /** By `partner`. */
  | 'PARTNER'
  /** By `project`. */
  | 'PROJECT'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `task`. */
  | 'TASK'
  /** By `unit`. */
  | 'UNIT'
  /** By `user`. */
  | 'USER'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Timesheet; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type TimesheetGroupKeys = {
  __typename?: 'TimesheetGroupKeys';
  /** The common `billableType`; of a time, where its interval begins. */
  billableType: Maybe<TimesheetBillableType>;
  /** The common `company`; of a time, where its interval begins. */
  company: Maybe<Company>;
  /** The common `createDate`; of a time, where its interval begins. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** The common `currency`; of a time, where its interval begins. */
  currency: Maybe<Currency>;
  /** The common `date`; of a time, where its interval begins. */
  date: Maybe<Scalars['Date']['output']>;
  /** The common `department`; of a time, where its interval begins. */
  department: Maybe<Department>;
  /** The common `employee`; of a time, where its interval begins. */
  employee: Maybe<Employee>;
  /** The common `invoice`; of a time, where its interval begins. */
  invoice: Maybe<Move>;
  /** The common `jobTitle`; of a time, where its interval begins. */
  jobTitle: Maybe<Scalars['String']['output']>;
  /** The common `manager`; of a time, where its interval begins. */
  manager: Maybe<Employee>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `parentTask`; of a time, where its interval begins. */
  parentTask: Maybe<Task>;
  /** The common `partner`; of a time, where its interval begins. */
  partner: Maybe<Partner>;
  /** The common `project`; of a time, where its interval begins. */
  project: Maybe<Project>;
  /** The common `saleOrder`; of a time, where its interval begins. */
  saleOrder: Maybe<SaleOrder>;
  /** The common `saleOrderLine`; of a time, where its interval begins. */
  saleOrderLine: Maybe<SaleOrderLine>;
  /** The common `task`; of a time, where its interval begins. */
  task: Maybe<Task>;
  /** The common `unit`; of a time, where its interval begins. */
  unit: Maybe<Unit>;
  /** The common `user`; of a time, where its interval begins. */
  user: Maybe<User>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Timesheet. */
export type TimesheetGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: TimesheetGroupOrderField;
};

/** What groups of Timesheet can be ordered by. */
export type TimesheetGroupOrderField =
  /** By the average of `amount`. */
  | 'AVG_AMOUNT'
  /** By the average of `hours`. */
  | 'AVG_HOURS'
  /** By `billableType`. */
  | 'BILLABLE_TYPE'
  /** By `company`. */
  | 'COMPANY'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `department`. */
  | 'DEPARTMENT'
  /** By `employee`. */
  | 'EMPLOYEE'
  /** By `invoice`. */
  | 'INVOICE'
  /** By `jobTitle`. */
  | 'JOB_TITLE'
  /** By `manager`. */
  | 'MANAGER'
  /** By the greatest `amount`. */
  | 'MAX_AMOUNT'
  /** By the greatest `createDate`. */
  | 'MAX_CREATE_DATE'
  /** By the greatest `date`. */
  | 'MAX_DATE'
  /** By the greatest `hours`. */
  | 'MAX_HOURS'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `amount`. */
  | 'MIN_AMOUNT'
  /** By the smallest `createDate`. */
  | 'MIN_CREATE_DATE'
  /** By the smallest `date`. */
  | 'MIN_DATE'
  /** By the smallest `hours`. */
  | 'MIN_HOURS'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `parentTask`. */
  | 'PARENT_TASK'
  /** By `partner`. */
  | 'PARTNER'
  /** By `project`. */
  | 'PROJECT'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By the sum of `amount`. */
  | 'SUM_AMOUNT'
  /** By the sum of `hours`. */
  | 'SUM_HOURS'
  /** By `task`. */
  | 'TASK'
  /** By `unit`. */
  | 'UNIT'
  /** By `user`. */
  | 'USER'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Timesheet. */
export type TimesheetGroupPage = {
  __typename?: 'TimesheetGroupPage';
  /** The groups. */
  groups: Array<TimesheetGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Timesheet below a record. */
export type TimesheetListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<TimesheetFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<TimesheetFilter>;
};

/** Greatest of the numbers of a group of Timesheet. */
export type TimesheetMax = {
  __typename?: 'TimesheetMax';
  /** Greatest of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Greatest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Greatest of `hours`; null where the group has none. */
  hours: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Timesheet. */
export type TimesheetMin = {
  __typename?: 'TimesheetMin';
  /** Smallest of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `createDate`; null where the group has none. */
  createDate: Maybe<Scalars['DateTime']['output']>;
  /** Smallest of `date`; null where the group has none. */
  date: Maybe<Scalars['Date']['output']>;
  /** Smallest of `hours`; null where the group has none. */
  hours: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Timesheet. */
export type TimesheetOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: TimesheetOrderField;
};

/** Fields that a list of Timesheet can be ordered by. */
export type TimesheetOrderField =
  /** By `amount`. */
  | 'AMOUNT'
  /** By `billableType`. */
  | 'BILLABLE_TYPE'
  /** By `company`. */
  | 'COMPANY'
  /** By `createDate`. */
  | 'CREATE_DATE'
  /** By `currency`. */
  | 'CURRENCY'
  /** By `date`. */
  | 'DATE'
  /** By `department`. */
  | 'DEPARTMENT'
  /** By `employee`. */
  | 'EMPLOYEE'
  /** By `hours`. */
  | 'HOURS'
  /** By `id`. */
  | 'ID'
  /** By `invoice`. */
  | 'INVOICE'
  /** By `jobTitle`. */
  | 'JOB_TITLE'
  /** By `manager`. */
  | 'MANAGER'
  /** By `name`. */
  | 'NAME'
  /** By `parentTask`. */
  | 'PARENT_TASK'
  /** By `partner`. */
  | 'PARTNER'
  /** By `project`. */
  | 'PROJECT'
  /** By `saleOrder`. */
  | 'SALE_ORDER'
  /** By `saleOrderLine`. */
  | 'SALE_ORDER_LINE'
  /** By `task`. */
  | 'TASK'
  /** By `unit`. */
  | 'UNIT'
  /** By `user`. */
  | 'USER'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of Timesheet. */
export type TimesheetSum = {
  __typename?: 'TimesheetSum';
  /** Sum of `amount`; null where the group has none. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `hours`; null where the group has none. */
  hours: Maybe<Scalars['Decimal']['output']>;
};

/** A row that a typed query found; `databaseRow` answers it with what it leads to. */
export type TypedRow = {
  __typename?: 'TypedRow';
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * Sealed place in the list, for `after` of the same order.
   * @deprecated A row has a place in each list, and a client's cache keeps one for all of them: take `cursor` of `edges`, or `endCursor`.
   */
  cursor: Scalars['String']['output'];
  /** Its cells: an object of column name → value. */
  data: Scalars['JSON']['output'];
  /** The row's uuid. */
  id: Scalars['ID']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Its version. */
  version: Scalars['Int']['output'];
};

/** A row in its place in a list of rows. */
export type TypedRowEdge = {
  __typename?: 'TypedRowEdge';
  /** Sealed place in the list, for `after` of the same filter and order. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: TypedRow;
};

/** Rows of a database that a typed query found. */
export type TypedRows = {
  __typename?: 'TypedRows';
  /** The rows with their places, in order. */
  edges: Array<TypedRowEdge>;
  /** Cursor of the last of them; null where there are none. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there are more after these. */
  hasNextPage: Scalars['Boolean']['output'];
  /** The rows, in order. */
  nodes: Array<TypedRow>;
};

/** What becomes of values that have no equal in a column's new type. */
export type UnconvertibleCells =
  /** They are cleared: of a list, the members that have no equal, and no other one. */
  | 'CLEAR'
  /** The change is refused, with how many rows hold one and examples. */
  | 'REFUSE';

/** A condition on a UnconvertibleCells; null satisfies none but `isNull`. */
export type UnconvertibleCellsFilter = {
  /** Equal to. */
  eq?: InputMaybe<UnconvertibleCells>;
  /** One of. */
  in?: InputMaybe<Array<UnconvertibleCells>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<UnconvertibleCells>;
  /** None of. */
  notIn?: InputMaybe<Array<UnconvertibleCells>>;
};

/** A unit of measure, e.g. hours, kilograms or pieces. Owner: Odoo, model `uom.uom`. */
export type Unit = Node & {
  __typename?: 'Unit';
  /** Whether the unit is in use; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** How many of the smallest unit of its kind one of this unit is. */
  factor: Maybe<Scalars['Decimal']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /** How many of `relativeUnit` one of this unit is. */
  relativeFactor: Maybe<Scalars['Decimal']['output']>;
  /** The unit that this one is defined by. */
  relativeUnit: Maybe<Unit>;
  /** Place in Odoo's lists, the smallest first. */
  sequence: Maybe<Scalars['Int']['output']>;
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Average of the numbers of a group of Unit. */
export type UnitAvg = {
  __typename?: 'UnitAvg';
  /** Average of `factor`; null where the group has none. */
  factor: Maybe<Scalars['Decimal']['output']>;
  /** Average of `relativeFactor`; null where the group has none. */
  relativeFactor: Maybe<Scalars['Decimal']['output']>;
  /** Average of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of Unit. */
export type UnitConnection = {
  __typename?: 'UnitConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<UnitEdge>;
  /** The records of the page. */
  nodes: Array<Unit>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A Unit and its place in the list. */
export type UnitEdge = {
  __typename?: 'UnitEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Unit;
};

/** Which Unit records to list; conditions beside each other must all hold. */
export type UnitFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<UnitFilter>>;
  /** Condition on `factor`. */
  factor?: InputMaybe<DecimalFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<UnitFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<UnitFilter>>;
  /** Condition on `relativeFactor`. */
  relativeFactor?: InputMaybe<DecimalFilter>;
  /** Condition on `relativeUnit`. */
  relativeUnit?: InputMaybe<UnitFilter>;
  /** Condition on `sequence`. */
  sequence?: InputMaybe<IntFilter>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of Unit records with equal keys. */
export type UnitGroup = {
  __typename?: 'UnitGroup';
  /** Averages over the group. */
  avg: UnitAvg;
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: UnitGroupKeys;
  /** Greatest values of the group. */
  max: UnitMax;
  /** Smallest values of the group. */
  min: UnitMin;
  /** Sums over the group. */
  sum: UnitSum;
};

/** One key of a grouping of Unit. */
export type UnitGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: UnitGroupField;
};

/** Fields that Unit records can be grouped by. */
export type UnitGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `name`. */
  | 'NAME'
  /** By `relativeUnit`. */
  | 'RELATIVE_UNIT'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of Unit; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type UnitGroupKeys = {
  __typename?: 'UnitGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `relativeUnit`; of a time, where its interval begins. */
  relativeUnit: Maybe<Unit>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of Unit. */
export type UnitGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: UnitGroupOrderField;
};

/** What groups of Unit can be ordered by. */
export type UnitGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By the average of `factor`. */
  | 'AVG_FACTOR'
  /** By the average of `relativeFactor`. */
  | 'AVG_RELATIVE_FACTOR'
  /** By the average of `sequence`. */
  | 'AVG_SEQUENCE'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By the greatest `factor`. */
  | 'MAX_FACTOR'
  /** By the greatest `relativeFactor`. */
  | 'MAX_RELATIVE_FACTOR'
  /** By the greatest `sequence`. */
  | 'MAX_SEQUENCE'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `factor`. */
  | 'MIN_FACTOR'
  /** By the smallest `relativeFactor`. */
  | 'MIN_RELATIVE_FACTOR'
  /** By the smallest `sequence`. */
  | 'MIN_SEQUENCE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `relativeUnit`. */
  | 'RELATIVE_UNIT'
  /** By the sum of `factor`. */
  | 'SUM_FACTOR'
  /** By the sum of `relativeFactor`. */
  | 'SUM_RELATIVE_FACTOR'
  /** By the sum of `sequence`. */
  | 'SUM_SEQUENCE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of Unit. */
export type UnitGroupPage = {
  __typename?: 'UnitGroupPage';
  /** The groups. */
  groups: Array<UnitGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of Unit below a record. */
export type UnitListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<UnitFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<UnitFilter>;
};

/** Greatest of the numbers of a group of Unit. */
export type UnitMax = {
  __typename?: 'UnitMax';
  /** Greatest of `factor`; null where the group has none. */
  factor: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `relativeFactor`; null where the group has none. */
  relativeFactor: Maybe<Scalars['Decimal']['output']>;
  /** Greatest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of Unit. */
export type UnitMin = {
  __typename?: 'UnitMin';
  /** Smallest of `factor`; null where the group has none. */
  factor: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `relativeFactor`; null where the group has none. */
  relativeFactor: Maybe<Scalars['Decimal']['output']>;
  /** Smallest of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Int']['output']>;
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of Unit. */
export type UnitOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: UnitOrderField;
};

/** Fields that a list of Unit can be ordered by. */
export type UnitOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `factor`. */
  | 'FACTOR'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `relativeFactor`. */
  | 'RELATIVE_FACTOR'
  /** By `relativeUnit`. */
  | 'RELATIVE_UNIT'
  /** By `sequence`. */
  | 'SEQUENCE'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Sum of the numbers of a group of Unit. */
export type UnitSum = {
  __typename?: 'UnitSum';
  /** Sum of `factor`; null where the group has none. */
  factor: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `relativeFactor`; null where the group has none. */
  relativeFactor: Maybe<Scalars['Decimal']['output']>;
  /** Sum of `sequence`; null where the group has none. */
  sequence: Maybe<Scalars['Decimal']['output']>;
};

/** What `unlinkOdooRecord` needs. */
export type UnlinkOdooRecordInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What kind of record it is. */
  kind: PageLinkKind;
  /** The page's uuid. */
  pageId: Scalars['ID']['input'];
};

/** What `unlinkOdooRecord` did. */
export type UnlinkOdooRecordPayload = {
  __typename?: 'UnlinkOdooRecordPayload';
  /** The page; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** Gives a block a content, and with it a type, anew as a whole. */
export type UpdateBlock = {
  /** The block. */
  blockId: Scalars['ID']['input'];
  /** Its whole content, as the type has it; see `Block.content`. */
  content: Scalars['JSON']['input'];
  /** What kind of block it is from now on. A block with children stays one that takes children. */
  type: BlockType;
};

/** What `updateDatabaseRow` needs. */
export type UpdateDatabaseRowInput = {
  /** The cells that change: an object of column name → value; null takes a value away, and what is absent stays. */
  data: Scalars['JSON']['input'];
  /** The version of the row that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The row's uuid. */
  rowId: Scalars['ID']['input'];
};

/** What `updateDatabaseRow` did. */
export type UpdateDatabaseRowPayload = {
  __typename?: 'UpdateDatabaseRowPayload';
  /** The row; null where it was refused. */
  row: Maybe<DatabaseRow>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `updatePage` needs: what is absent stays as it is, and null takes a link away. */
export type UpdatePageInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Odoo's key of the move that the page is about. */
  moveId?: InputMaybe<Scalars['ID']['input']>;
  /** The page's uuid. */
  pageId: Scalars['ID']['input'];
  /** Odoo's key of the partner that the page is about. */
  partnerId?: InputMaybe<Scalars['ID']['input']>;
  /** Odoo's key of the project that the page is about. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** Title, up to 500 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What `updatePage` did. */
export type UpdatePagePayload = {
  __typename?: 'UpdatePagePayload';
  /** The page; null where it was refused. */
  page: Maybe<Page>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `updateTemplate` needs: what is absent stays as it is. */
export type UpdateTemplateInput = {
  /** What it is for, up to 2000 characters; null takes it away. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name, up to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Uuid of a page of the same space, to take the content anew from it. */
  pageId?: InputMaybe<Scalars['ID']['input']>;
  /** The template's uuid. */
  templateId: Scalars['ID']['input'];
};

/** What `updateTemplate` did. */
export type UpdateTemplatePayload = {
  __typename?: 'UpdateTemplatePayload';
  /** Databases and files of the page that the template does not have; null where it was refused. */
  leftOut: Maybe<Array<LeftOut>>;
  /** The template; null where it was refused. */
  template: Maybe<Template>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `upsertProject` needs. */
export type UpsertProjectInput = {
  /** Environments whose deployments need an approval; absent, a project keeps what it has, and a new one asks in PRODUCTION. */
  approvalsFor?: InputMaybe<Array<EnvironmentName>>;
  /** Its name. */
  name: Scalars['String']['input'];
  /** Its short name: the project of this slug is changed, or created with its three environments. */
  slug: Scalars['String']['input'];
};

/** What `upsertProject` did. */
export type UpsertProjectPayload = {
  __typename?: 'UpsertProjectPayload';
  /** The project, new or changed; null where it was refused. */
  project: Maybe<DeliveryProject>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** What `upsertSchedule` needs. */
export type UpsertScheduleInput = {
  /** Name of the agent whose runs it enqueues, as in the doctrine; any other is refused. */
  agent: Scalars['String']['input'];
  /** What happens to due times that were missed. */
  catchUp?: InputMaybe<CatchUp>;
  /**
   * Five cron fields: minute, hour, day of the month (`L` is the last), month, day of the week; e.g. `30 6 * * 1-5`. As in
   * crontab(5): where both day fields are restricted, either day is enough (`0 8 1-7 * 1`: the first week, and every Monday);
   * where one of them begins with `*`, a day must match both (`0 8 *\/2 * 1`: Mondays with an odd date).
   */
  expression: Scalars['String']['input'];
  /** What each run works on. */
  input?: InputMaybe<Scalars['JSON']['input']>;
  /** Kind of the runs, e.g. `odoo.write`; one that nobody executes is refused, or `warning` says so. */
  kind: Scalars['String']['input'];
  /** How often a run may be claimed, 1 to 100. */
  maxAttempts?: InputMaybe<Scalars['Int']['input']>;
  /** Its name: the schedule of this name is changed, or created. */
  name: Scalars['String']['input'];
  /** What happens when it is due while an earlier run of it has not ended. A change to `QUEUE` holds for the runs that are open too. */
  overlap?: InputMaybe<Overlap>;
  /** Which queued run goes first: the greater one, -1000 to 1000. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /**
   * IANA time zone in which the expression is read, e.g. `Europe/Berlin`. Where its clock is set: with every hour in the
   * expression, each minute that the clock shows is due; with fixed hours each local time is due once, the second time
   * where it comes twice, and later by what the clock leaves out where it never comes.
   */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** What `upsertSchedule` did. */
export type UpsertSchedulePayload = {
  __typename?: 'UpsertSchedulePayload';
  /** The schedule, new or changed; null where it was refused. */
  schedule: Maybe<Schedule>;
  /** Why nothing was changed; empty where it was. */
  userErrors: Array<UserError>;
};

/** A user of Odoo. Owner: Odoo, model `res.users`. */
export type User = Node & {
  __typename?: 'User';
  /** Whether the user can log in; lists leave archived ones out. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The name by which Odoo shows the record, in the language that is asked for; `search` of a list finds it. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name to log in with, mostly an email address. */
  login: Maybe<Scalars['String']['output']>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Names the record among all types; the same at every read, for `node(id:)` and the stores of clients such as Relay's. */
  nodeId: Scalars['ID']['output'];
  /**
   * When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
   * by `gte` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
   */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** A page of a list of User. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The records of the page, each with its cursor. */
  edges: Array<UserEdge>;
  /** The records of the page. */
  nodes: Array<User>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** A User and its place in the list. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Sealed place in the list, for `after` and `before` of the same order and by the same kind of viewer. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: User;
};

/** Why a mutation changed nothing, for the one who asked; what the doctrine refuses is an error of the response instead. */
export type UserError = {
  __typename?: 'UserError';
  /** What kind of refusal it is. */
  code: UserErrorCode;
  /** More about it for a program, such as the version that is current. */
  details: Maybe<Scalars['JSON']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
  /** The argument at fault and the way into it, e.g. `["input", "gitSha"]`; null where it is not one of them. */
  path: Maybe<Array<Scalars['String']['output']>>;
};

/** The kinds of refusal that a mutation may answer with. */
export type UserErrorCode =
  /** A value is not acceptable. */
  | 'BAD_USER_INPUT'
  /** It does not fit the present state: read again and decide anew. */
  | 'CONFLICT'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** It is more than is accepted at once. */
  | 'LIMIT_EXCEEDED'
  /** What it is about does not exist, or not for the viewer. */
  | 'NOT_FOUND';

/** A condition on a UserErrorCode; null satisfies none but `isNull`. */
export type UserErrorCodeFilter = {
  /** Equal to. */
  eq?: InputMaybe<UserErrorCode>;
  /** One of. */
  in?: InputMaybe<Array<UserErrorCode>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<UserErrorCode>;
  /** None of. */
  notIn?: InputMaybe<Array<UserErrorCode>>;
};

/** Which User records to list; conditions beside each other must all hold. */
export type UserFilter = {
  /** Condition on `active`. */
  active?: InputMaybe<BooleanFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<UserFilter>>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `login`. */
  login?: InputMaybe<StringFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<UserFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<UserFilter>>;
  /** Condition on `writeDate`. */
  writeDate?: InputMaybe<DateTimeFilter>;
};

/** A group of User records with equal keys. */
export type UserGroup = {
  __typename?: 'UserGroup';
  /** How many records are in the group. */
  count: Scalars['Int']['output'];
  /** What the records of the group have in common. */
  keys: UserGroupKeys;
  /** Greatest values of the group. */
  max: UserMax;
  /** Smallest values of the group. */
  min: UserMin;
};

/** One key of a grouping of User. */
export type UserGroupBy = {
  /** For a day or time: how much of it makes one group. */
  by?: InputMaybe<GroupInterval>;
  /** What to group by. */
  field: UserGroupField;
};

/** Fields that User records can be grouped by. */
export type UserGroupField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `login`. */
  | 'LOGIN'
  /** By `name`. */
  | 'NAME'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/**
 * Keys of a group of User; null where the records have no value, or were not grouped by it. Of a record, `id` and
 * `displayName` come with the groups; its other fields are one more read for all groups.
 */
export type UserGroupKeys = {
  __typename?: 'UserGroupKeys';
  /** The common `active`; of a time, where its interval begins. */
  active: Maybe<Scalars['Boolean']['output']>;
  /** The common `login`; of a time, where its interval begins. */
  login: Maybe<Scalars['String']['output']>;
  /** The common `name`; of a time, where its interval begins. */
  name: Maybe<Scalars['String']['output']>;
  /** The common `writeDate`; of a time, where its interval begins. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of groups of User. */
export type UserGroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by: a key that is grouped by, the count, or an aggregate, of which groups without a value come last. */
  field: UserGroupOrderField;
};

/** What groups of User can be ordered by. */
export type UserGroupOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By how many records are in the group. */
  | 'COUNT'
  /** By `login`. */
  | 'LOGIN'
  /** By the greatest `writeDate`. */
  | 'MAX_WRITE_DATE'
  /** By the smallest `writeDate`. */
  | 'MIN_WRITE_DATE'
  /** By `name`. */
  | 'NAME'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Some of the groups of User. */
export type UserGroupPage = {
  __typename?: 'UserGroupPage';
  /** The groups. */
  groups: Array<UserGroup>;
  /** Whether there are more after these. */
  hasMore: Scalars['Boolean']['output'];
};

/** A condition on a list of User below a record. */
export type UserListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<UserFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<UserFilter>;
};

/** Greatest of the numbers of a group of User. */
export type UserMax = {
  __typename?: 'UserMax';
  /** Greatest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest of the numbers of a group of User. */
export type UserMin = {
  __typename?: 'UserMin';
  /** Smallest of `writeDate`; null where the group has none. */
  writeDate: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of a list of User. */
export type UserOrder = {
  /** Which way; nulls count as greater than any value. */
  direction?: OrderDirection;
  /** What to order by. */
  field: UserOrderField;
};

/** Fields that a list of User can be ordered by. */
export type UserOrderField =
  /** By `active`. */
  | 'ACTIVE'
  /** By `id`. */
  | 'ID'
  /** By `login`. */
  | 'LOGIN'
  /** By `name`. */
  | 'NAME'
  /** By `writeDate`. */
  | 'WRITE_DATE';

/** Who asks, after the token was verified. */
export type Viewer = {
  __typename?: 'Viewer';
  /** Uuid of the user that the agent or OAuth client acts for: it sees what both may see. Null for everybody else. */
  actsFor: Maybe<Scalars['ID']['output']>;
  /** The agent's name in the doctrine; null for everybody else. */
  agent: Maybe<Scalars['String']['output']>;
  /** The `client_id` of the OAuth client that the user's token was given to; null for everybody else. */
  clientId: Maybe<Scalars['ID']['output']>;
  /** The user's uuid, in small letters; null where no user asks, and where somebody asks for one: see `actsFor`. */
  id: Maybe<Scalars['ID']['output']>;
  /** Whether the user signed in anonymously (claim `is_anonymous`): nobody knows who it is, and it is no full user. */
  isAnonymous: Scalars['Boolean']['output'];
  /** What kind of caller this is. */
  kind: ViewerKind;
};

/** The kinds of caller that the doctrine knows. */
export type ViewerKind =
  /** An agent of the doctrine. */
  | 'AGENT'
  /** No token: may read nothing but what the doctrine opens. */
  | 'ANONYMOUS'
  /** Somebody who signed in anonymously: an id, and nobody behind it. Reads what the doctrine gives such users. */
  | 'ANONYMOUS_USER'
  /** An application of somebody else's, with a token that a user let Supabase Auth's OAuth server give it. */
  | 'OAUTH_CLIENT'
  /** A trusted back end with the service role. */
  | 'SERVICE'
  /** A person, under row-level security. */
  | 'USER';

/** A condition on a ViewerKind; null satisfies none but `isNull`. */
export type ViewerKindFilter = {
  /** Equal to. */
  eq?: InputMaybe<ViewerKind>;
  /** One of. */
  in?: InputMaybe<Array<ViewerKind>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<ViewerKind>;
  /** None of. */
  notIn?: InputMaybe<Array<ViewerKind>>;
};

/** Who may write something. */
export type WritePermission = {
  __typename?: 'WritePermission';
  /** What was asked about. */
  coordinate: Scalars['String']['output'];
  /** The surface that owns it, with its role: e.g. `ops (SSOT)`. */
  owner: Scalars['String']['output'];
  /** The models or tables that it is about. */
  sources: Array<Scalars['String']['output']>;
  /** Viewer kinds and agents that may write it, each with every way; none where nobody may through this gateway. */
  writers: Array<DoctrineWriter>;
};

/** An answer to a question, each sentence of which names the passages that it is from. Written by a language model: check what matters. */
export type WrittenAnswer = {
  __typename?: 'WrittenAnswer';
  /** The passages that the text names, by number. */
  citations: Array<Citation>;
  /** The language model. */
  model: Scalars['String']['output'];
  /** How many sentences of the language model were left out, because they named no passage or one that does not hold their numbers. */
  omittedSentences: Scalars['Int']['output'];
  /** Plain text; after each sentence the numbers of its passages, e.g. `[1]` or `[2][3]`. */
  text: Scalars['String']['output'];
};
