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
  /** A calendar day, `YYYY-MM-DD`, without a time zone. */
  Date: { input: string; output: string; }
  /** A point in time, RFC 3339 in UTC, e.g. `2026-03-01T08:30:00Z`. */
  DateTime: { input: string; output: string; }
  /** An exact decimal number as a string, e.g. `"1234.50"`; money stands beside its currency. */
  Decimal: { input: string; output: string; }
  /** Any JSON value, as stored. */
  JSON: { input: unknown; output: unknown; }
};

/** Metadata of a file that a run produced; the file is in object storage. Owner: the ledger, table `ops.artifacts`. */
export type Artifact = {
  __typename?: 'Artifact';
  /** When it was recorded. */
  createdAt: Scalars['DateTime']['output'];
  /** Digest of its bytes, e.g. `sha256:…`. */
  digest: Maybe<Scalars['String']['output']>;
  /** The artifact's uuid. */
  id: Scalars['ID']['output'];
  /** What it is, e.g. `report`. */
  kind: Scalars['String']['output'];
  /** The run that produced it. */
  run: Maybe<Run>;
  /** Size in bytes, as a decimal string. */
  size: Maybe<Scalars['Decimal']['output']>;
  /** Where it is, a URI into object storage. */
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
  /** Opaque place in the list, for `after` and `before`. */
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

/** A piece of a page. Owner: the workspace, table `work.blocks`. */
export type Block = {
  __typename?: 'Block';
  /** The blocks inside it. */
  children: Maybe<BlockConnection>;
  /** Its content; the shape depends on `type`. */
  content: Scalars['JSON']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The block's uuid. */
  id: Scalars['ID']['output'];
  /** The page it stands on. */
  page: Maybe<Page>;
  /** The block it stands inside; null at the top of its page. */
  parent: Maybe<Block>;
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
  /** Opaque place in the list, for `after` and `before`. */
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
  /** By `type`. */
  | 'TYPE'
  /** By `updatedAt`. */
  | 'UPDATED_AT';

/** Kinds of block. */
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

/** Something said about a page or a block. Owner: the workspace, table `work.comments`. */
export type Comment = {
  __typename?: 'Comment';
  /** Uuid of the user who wrote it; null where that user is gone. */
  authorId: Maybe<Scalars['ID']['output']>;
  /** Text. */
  body: Scalars['String']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** The comment's uuid. */
  id: Scalars['ID']['output'];
  /** The page it is about. */
  page: Maybe<Page>;
  /** When its thread was resolved; null while it is open. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
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
  /** Opaque place in the list, for `after` and `before`. */
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
  /** Condition on `body`. */
  body?: InputMaybe<StringFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<CommentFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CommentFilter>>;
  /** Condition on `page`. */
  page?: InputMaybe<PageFilter>;
  /** Condition on `resolvedAt`. */
  resolvedAt?: InputMaybe<DateTimeFilter>;
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
  /** By `id`. */
  | 'ID'
  /** By `resolvedAt`. */
  | 'RESOLVED_AT';

/** A company whose books are kept in this Odoo. Owner: Odoo, model `res.company`. */
export type Company = {
  __typename?: 'Company';
  /** Currency of the company's books. */
  currency: Maybe<Currency>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** The company as a partner: its address and tax number. */
  partner: Maybe<Partner>;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Company;
};

/** Which Company records to list; conditions beside each other must all hold. */
export type CompanyFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<CompanyFilter>>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<CompanyFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CompanyFilter>>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
};

/** A condition on a list of Company below a record. */
export type CompanyListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<CompanyFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<CompanyFilter>;
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
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME';

/** A country. Owner: Odoo, model `res.country`. */
export type Country = {
  __typename?: 'Country';
  /** ISO 3166-1 alpha-2 code, two letters. */
  code: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
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
  /** Opaque place in the list, for `after` and `before`. */
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
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<CountryFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CountryFilter>>;
};

/** A condition on a list of Country below a record. */
export type CountryListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<CountryFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<CountryFilter>;
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
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME';

/** A currency. Owner: Odoo, model `res.currency`. */
export type Currency = {
  __typename?: 'Currency';
  /** Decimal places that amounts of this currency are rounded to. */
  decimalPlaces: Maybe<Scalars['Int']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** ISO 4217 code, e.g. `PHP`. */
  name: Maybe<Scalars['String']['output']>;
  /** Symbol printed beside amounts. */
  symbol: Maybe<Scalars['String']['output']>;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Currency;
};

/** Which Currency records to list; conditions beside each other must all hold. */
export type CurrencyFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<CurrencyFilter>>;
  /** Condition on `decimalPlaces`. */
  decimalPlaces?: InputMaybe<IntFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<CurrencyFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CurrencyFilter>>;
  /** Condition on `symbol`. */
  symbol?: InputMaybe<StringFilter>;
};

/** A condition on a list of Currency below a record. */
export type CurrencyListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<CurrencyFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<CurrencyFilter>;
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
  /** By `decimalPlaces`. */
  | 'DECIMAL_PLACES'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `symbol`. */
  | 'SYMBOL';

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

/** A condition on a ID; null satisfies none but `isNull`. */
export type IdFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether there is no value. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Different from. */
  ne?: InputMaybe<Scalars['ID']['input']>;
  /** None of. */
  notIn?: InputMaybe<Array<Scalars['ID']['input']>>;
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

/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type Move = {
  __typename?: 'Move';
  /** Still to be paid, in `currency`. */
  amountResidual: Maybe<Scalars['Decimal']['output']>;
  /** Tax, in `currency`. */
  amountTax: Maybe<Scalars['Decimal']['output']>;
  /** Total with tax, in `currency`. */
  amountTotal: Maybe<Scalars['Decimal']['output']>;
  /** Total before tax, in `currency`. */
  amountUntaxed: Maybe<Scalars['Decimal']['output']>;
  /** Company whose books the entry is in. */
  company: Maybe<Company>;
  /** Currency of the amounts. */
  currency: Maybe<Currency>;
  /** Accounting day. */
  date: Maybe<Scalars['Date']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Day on the invoice or bill. */
  invoiceDate: Maybe<Scalars['Date']['output']>;
  /** Day by which it is to be paid. */
  invoiceDateDue: Maybe<Scalars['Date']['output']>;
  /** Lines that a reader of the invoice sees: products, sections and notes. */
  invoiceLines: Maybe<MoveLineConnection>;
  /** What kind of entry it is. */
  moveType: Maybe<MoveType>;
  /** Number in its journal's sequence; null or `/` while it is a draft without one. */
  name: Maybe<Scalars['String']['output']>;
  /** Customer or vendor. */
  partner: Maybe<Partner>;
  /** How far it is paid; invoices, bills and receipts only. */
  paymentState: Maybe<MovePaymentState>;
  /** Reference from the other party, e.g. the vendor's bill number. */
  ref: Maybe<Scalars['String']['output']>;
  /** Whether it is a draft, posted or cancelled. */
  state: Maybe<MoveState>;
};


/** A journal entry: an invoice, bill, refund, receipt or miscellaneous entry. Owner: Odoo, model `account.move`. */
export type MoveInvoiceLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveLineOrder>>;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Move;
};

/** Which Move records to list; conditions beside each other must all hold. */
export type MoveFilter = {
  /** Condition on `amountResidual`. */
  amountResidual?: InputMaybe<DecimalFilter>;
  /** Condition on `amountTax`. */
  amountTax?: InputMaybe<DecimalFilter>;
  /** Condition on `amountTotal`. */
  amountTotal?: InputMaybe<DecimalFilter>;
  /** Condition on `amountUntaxed`. */
  amountUntaxed?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<MoveFilter>>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `currency`. */
  currency?: InputMaybe<CurrencyFilter>;
  /** Condition on `date`. */
  date?: InputMaybe<DateFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `invoiceDate`. */
  invoiceDate?: InputMaybe<DateFilter>;
  /** Condition on `invoiceDateDue`. */
  invoiceDateDue?: InputMaybe<DateFilter>;
  /** Condition on `invoiceLines`. */
  invoiceLines?: InputMaybe<MoveLineListFilter>;
  /** Condition on `moveType`. */
  moveType?: InputMaybe<MoveTypeFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<MoveFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<MoveFilter>>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `paymentState`. */
  paymentState?: InputMaybe<MovePaymentStateFilter>;
  /** Condition on `ref`. */
  ref?: InputMaybe<StringFilter>;
  /** Condition on `state`. */
  state?: InputMaybe<MoveStateFilter>;
};

/** A line of a journal entry. Owner: Odoo, model `account.move.line`. */
export type MoveLine = {
  __typename?: 'MoveLine';
  /** Credit, in the company's currency. */
  credit: Maybe<Scalars['Decimal']['output']>;
  /** Debit, in the company's currency. */
  debit: Maybe<Scalars['Decimal']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** The entry this line belongs to. */
  move: Maybe<Move>;
  /** Label; several lines of text where the product has a description. */
  name: Maybe<Scalars['String']['output']>;
  /** Amount before tax, in the entry's currency. */
  priceSubtotal: Maybe<Scalars['Decimal']['output']>;
  /** Price for one unit before tax, in the entry's currency. */
  priceUnit: Maybe<Scalars['Decimal']['output']>;
  /** The product sold or bought. */
  product: Maybe<Product>;
  /** Quantity, in the line's unit of measure. */
  quantity: Maybe<Scalars['Decimal']['output']>;
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

/** A MoveLine and its place in the list. */
export type MoveLineEdge = {
  __typename?: 'MoveLineEdge';
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: MoveLine;
};

/** Which MoveLine records to list; conditions beside each other must all hold. */
export type MoveLineFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<MoveLineFilter>>;
  /** Condition on `credit`. */
  credit?: InputMaybe<DecimalFilter>;
  /** Condition on `debit`. */
  debit?: InputMaybe<DecimalFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `move`. */
  move?: InputMaybe<MoveFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<MoveLineFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<MoveLineFilter>>;
  /** Condition on `priceSubtotal`. */
  priceSubtotal?: InputMaybe<DecimalFilter>;
  /** Condition on `priceUnit`. */
  priceUnit?: InputMaybe<DecimalFilter>;
  /** Condition on `product`. */
  product?: InputMaybe<ProductFilter>;
  /** Condition on `quantity`. */
  quantity?: InputMaybe<DecimalFilter>;
};

/** A condition on a list of MoveLine below a record. */
export type MoveLineListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<MoveLineFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<MoveLineFilter>;
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
  /** By `credit`. */
  | 'CREDIT'
  /** By `debit`. */
  | 'DEBIT'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `priceSubtotal`. */
  | 'PRICE_SUBTOTAL'
  /** By `priceUnit`. */
  | 'PRICE_UNIT'
  /** By `quantity`. */
  | 'QUANTITY';

/** A condition on a list of Move below a record. */
export type MoveListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<MoveFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<MoveFilter>;
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
  /** By `amountTax`. */
  | 'AMOUNT_TAX'
  /** By `amountTotal`. */
  | 'AMOUNT_TOTAL'
  /** By `amountUntaxed`. */
  | 'AMOUNT_UNTAXED'
  /** By `date`. */
  | 'DATE'
  /** By `id`. */
  | 'ID'
  /** By `invoiceDate`. */
  | 'INVOICE_DATE'
  /** By `invoiceDateDue`. */
  | 'INVOICE_DATE_DUE'
  /** By `moveType`. */
  | 'MOVE_TYPE'
  /** By `name`. */
  | 'NAME'
  /** By `paymentState`. */
  | 'PAYMENT_STATE'
  /** By `ref`. */
  | 'REF'
  /** By `state`. */
  | 'STATE';

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

/** Direction of an order. */
export type OrderDirection =
  /** Smallest first, nulls last. */
  | 'ASC'
  /** Greatest first, nulls first. */
  | 'DESC';

/** A page of a space. Owner: the workspace, table `work.pages`. */
export type Page = {
  __typename?: 'Page';
  /** What stands on it, in order. */
  blocks: Maybe<BlockConnection>;
  /** The pages below it. */
  children: Maybe<PageConnection>;
  /** What was said about it, the oldest first. */
  comments: Maybe<CommentConnection>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The page's uuid. */
  id: Scalars['ID']['output'];
  /** The page above it; null at the top of its space. */
  parent: Maybe<Page>;
  /** The Odoo partner this page is about, read live; the page keeps only its id, for display. */
  partner: Maybe<Partner>;
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
export type PageBlocksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BlockFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<BlockOrder>>;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Page;
};

/** Which Page records to list; conditions beside each other must all hold. */
export type PageFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<PageFilter>>;
  /** Condition on `blocks`. */
  blocks?: InputMaybe<BlockListFilter>;
  /** Condition on `children`. */
  children?: InputMaybe<PageListFilter>;
  /** Condition on `comments`. */
  comments?: InputMaybe<CommentListFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<PageFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<PageFilter>>;
  /** Condition on `parent`. */
  parent?: InputMaybe<PageFilter>;
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

/** A condition on a list of Page below a record. */
export type PageListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<PageFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<PageFilter>;
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
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `title`. */
  | 'TITLE'
  /** By `updatedAt`. */
  | 'UPDATED_AT'
  /** By `version`. */
  | 'VERSION';

/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type Partner = {
  __typename?: 'Partner';
  /** City. */
  city: Maybe<Scalars['String']['output']>;
  /** Company that alone sees the partner; null where all do. */
  company: Maybe<Company>;
  /** Contacts and addresses below this partner. */
  contacts: Maybe<PartnerConnection>;
  /** Country of the address. */
  country: Maybe<Country>;
  /** Main email address. */
  email: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Whether the partner is a company rather than a person. */
  isCompany: Maybe<Scalars['Boolean']['output']>;
  /** Full name; for a contact of a company without the company's. */
  name: Maybe<Scalars['String']['output']>;
  /** The company this contact belongs to. */
  parent: Maybe<Partner>;
  /** Main phone number, as typed. */
  phone: Maybe<Scalars['String']['output']>;
  /** Internal reference. */
  ref: Maybe<Scalars['String']['output']>;
  /** Street, first line. */
  street: Maybe<Scalars['String']['output']>;
  /** Tax identification number. */
  vat: Maybe<Scalars['String']['output']>;
};


/** A person or company that the company deals with. Owner: Odoo, model `res.partner`. */
export type PartnerContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PartnerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PartnerOrder>>;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Partner;
};

/** Which Partner records to list; conditions beside each other must all hold. */
export type PartnerFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<PartnerFilter>>;
  /** Condition on `city`. */
  city?: InputMaybe<StringFilter>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `contacts`. */
  contacts?: InputMaybe<PartnerListFilter>;
  /** Condition on `country`. */
  country?: InputMaybe<CountryFilter>;
  /** Condition on `email`. */
  email?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
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
  /** Condition on `ref`. */
  ref?: InputMaybe<StringFilter>;
  /** Condition on `street`. */
  street?: InputMaybe<StringFilter>;
  /** Condition on `vat`. */
  vat?: InputMaybe<StringFilter>;
};

/** A condition on a list of Partner below a record. */
export type PartnerListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<PartnerFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<PartnerFilter>;
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
  /** By `city`. */
  | 'CITY'
  /** By `email`. */
  | 'EMAIL'
  /** By `id`. */
  | 'ID'
  /** By `isCompany`. */
  | 'IS_COMPANY'
  /** By `name`. */
  | 'NAME'
  /** By `phone`. */
  | 'PHONE'
  /** By `ref`. */
  | 'REF'
  /** By `street`. */
  | 'STREET'
  /** By `vat`. */
  | 'VAT';

/** A product variant: the thing or service that is sold, bought or stocked. Owner: Odoo, model `product.product`. */
export type Product = {
  __typename?: 'Product';
  /** Internal reference. */
  defaultCode: Maybe<Scalars['String']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
};

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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Product;
};

/** Which Product records to list; conditions beside each other must all hold. */
export type ProductFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ProductFilter>>;
  /** Condition on `defaultCode`. */
  defaultCode?: InputMaybe<StringFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<ProductFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ProductFilter>>;
};

/** A condition on a list of Product below a record. */
export type ProductListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ProductFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ProductFilter>;
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
  /** By `defaultCode`. */
  | 'DEFAULT_CODE'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME';

/** A project. Owner: Odoo, model `project.project`. */
export type Project = {
  __typename?: 'Project';
  /** Company that does the project. */
  company: Maybe<Company>;
  /** Last planned day. */
  dateEnd: Maybe<Scalars['Date']['output']>;
  /** First planned day. */
  dateStart: Maybe<Scalars['Date']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Customer the project is done for. */
  partner: Maybe<Partner>;
  /** Tasks of the project. */
  tasks: Maybe<TaskConnection>;
};


/** A project. Owner: Odoo, model `project.project`. */
export type ProjectTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TaskOrder>>;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Project;
};

/** Which Project records to list; conditions beside each other must all hold. */
export type ProjectFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ProjectFilter>>;
  /** Condition on `company`. */
  company?: InputMaybe<CompanyFilter>;
  /** Condition on `dateEnd`. */
  dateEnd?: InputMaybe<DateFilter>;
  /** Condition on `dateStart`. */
  dateStart?: InputMaybe<DateFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<ProjectFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ProjectFilter>>;
  /** Condition on `partner`. */
  partner?: InputMaybe<PartnerFilter>;
  /** Condition on `tasks`. */
  tasks?: InputMaybe<TaskListFilter>;
};

/** A condition on a list of Project below a record. */
export type ProjectListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<ProjectFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<ProjectFilter>;
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
  /** By `dateEnd`. */
  | 'DATE_END'
  /** By `dateStart`. */
  | 'DATE_START'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME';

/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type Query = {
  __typename?: 'Query';
  /** One journal entry by Odoo's key; null where there is none that the reader may see. */
  move: Maybe<Move>;
  /** Journal entries: invoices, bills, refunds, receipts and miscellaneous ones; the newest first. */
  moves: Maybe<MoveConnection>;
  /** One page by its uuid; null where there is none that the viewer may see. */
  page: Maybe<Page>;
  /** Pages that the viewer may see. */
  pages: Maybe<PageConnection>;
  /** One partner by Odoo's key; null where there is none that the reader may see. */
  partner: Maybe<Partner>;
  /** Partners, by name. */
  partners: Maybe<PartnerConnection>;
  /** One project by Odoo's key; null where there is none that the reader may see. */
  project: Maybe<Project>;
  /** Projects, in the order of the board. */
  projects: Maybe<ProjectConnection>;
  /** One run by its uuid; null where there is none. */
  run: Maybe<Run>;
  /** Runs, the newest first. */
  runs: Maybe<RunConnection>;
  /** One space by its uuid; null where there is none that the viewer may see. */
  space: Maybe<Space>;
  /** Spaces that the viewer may see, by name. */
  spaces: Maybe<SpaceConnection>;
  /** The caller, as the gateway understands the token. */
  viewer: Maybe<Viewer>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMoveArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryMovesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MoveFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MoveOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPageArgs = {
  id: Scalars['ID']['input'];
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
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PartnerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PartnerOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectArgs = {
  id: Scalars['ID']['input'];
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ProjectOrder>>;
};


/** Every read; each field is guarded by the doctrine and null with an error where it is refused. */
export type QueryRunArgs = {
  id: Scalars['ID']['input'];
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

/** One execution of an agent. Owner: the ledger, table `ops.runs`. */
export type Run = {
  __typename?: 'Run';
  /** Name of the agent that executes it, as in the doctrine. */
  agent: Scalars['String']['output'];
  /** What it left behind, as references to object storage. */
  artifacts: Maybe<ArtifactConnection>;
  /** When it was enqueued. */
  createdAt: Scalars['DateTime']['output'];
  /** What happened in it, in order. */
  events: Maybe<RunEventConnection>;
  /** When it ended; null before that. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** The run's uuid. */
  id: Scalars['ID']['output'];
  /** What the run works on. */
  input: Maybe<Scalars['JSON']['output']>;
  /** What is to be done, e.g. `odoo.write`. */
  kind: Scalars['String']['output'];
  /** What the run produced. */
  output: Maybe<Scalars['JSON']['output']>;
  /** When its handler began; null before that. */
  startedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where the run stands. */
  status: RunStatus;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Run;
};

/** One thing that happened in a run; append-only. Owner: the ledger, table `ops.run_events`. */
export type RunEvent = {
  __typename?: 'RunEvent';
  /** When it was appended. */
  createdAt: Scalars['DateTime']['output'];
  /** The event's uuid. */
  id: Scalars['ID']['output'];
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
  /** Opaque place in the list, for `after` and `before`. */
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
  /** Condition on `artifacts`. */
  artifacts?: InputMaybe<ArtifactListFilter>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `events`. */
  events?: InputMaybe<RunEventListFilter>;
  /** Condition on `finishedAt`. */
  finishedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `kind`. */
  kind?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<RunFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RunFilter>>;
  /** Condition on `startedAt`. */
  startedAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `status`. */
  status?: InputMaybe<RunStatusFilter>;
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
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `finishedAt`. */
  | 'FINISHED_AT'
  /** By `id`. */
  | 'ID'
  /** By `kind`. */
  | 'KIND'
  /** By `startedAt`. */
  | 'STARTED_AT'
  /** By `status`. */
  | 'STATUS';

/** States of a run. */
export type RunStatus =
  /** Called off. */
  | 'CANCELLED'
  /** Its worker was lost too often. */
  | 'DEAD'
  /** Ended badly, with no attempt left. */
  | 'FAILED'
  /** Waits for a worker. */
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

/** A shared place for pages, with its own members. Owner: the workspace, table `work.spaces`. */
export type Space = {
  __typename?: 'Space';
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The space's uuid. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Its pages. */
  pages: Maybe<PageConnection>;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Space;
};

/** Which Space records to list; conditions beside each other must all hold. */
export type SpaceFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<SpaceFilter>>;
  /** Condition on `createdAt`. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<SpaceFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<SpaceFilter>>;
  /** Condition on `pages`. */
  pages?: InputMaybe<PageListFilter>;
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
  /** By `createdAt`. */
  | 'CREATED_AT'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME';

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

/** A task of a project. Owner: Odoo, model `project.task`. */
export type Task = {
  __typename?: 'Task';
  /** Deadline. */
  dateDeadline: Maybe<Scalars['DateTime']['output']>;
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Title. */
  name: Maybe<Scalars['String']['output']>;
  /** Importance. */
  priority: Maybe<TaskPriority>;
  /** The project. */
  project: Maybe<Project>;
  /** Column of the project's board. */
  stage: Maybe<TaskStage>;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: Task;
};

/** Which Task records to list; conditions beside each other must all hold. */
export type TaskFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<TaskFilter>>;
  /** Condition on `dateDeadline`. */
  dateDeadline?: InputMaybe<DateTimeFilter>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<TaskFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TaskFilter>>;
  /** Condition on `priority`. */
  priority?: InputMaybe<TaskPriorityFilter>;
  /** Condition on `project`. */
  project?: InputMaybe<ProjectFilter>;
  /** Condition on `stage`. */
  stage?: InputMaybe<TaskStageFilter>;
};

/** A condition on a list of Task below a record. */
export type TaskListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<TaskFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<TaskFilter>;
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
  /** By `dateDeadline`. */
  | 'DATE_DEADLINE'
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME'
  /** By `priority`. */
  | 'PRIORITY';

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
export type TaskStage = {
  __typename?: 'TaskStage';
  /** Odoo's key. */
  id: Scalars['ID']['output'];
  /** Name in the reader's language. */
  name: Maybe<Scalars['String']['output']>;
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
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: TaskStage;
};

/** Which TaskStage records to list; conditions beside each other must all hold. */
export type TaskStageFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<TaskStageFilter>>;
  /** Condition on `id`. */
  id?: InputMaybe<IdFilter>;
  /** Condition on `name`. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<TaskStageFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TaskStageFilter>>;
};

/** A condition on a list of TaskStage below a record. */
export type TaskStageListFilter = {
  /** None of them satisfies this. */
  none?: InputMaybe<TaskStageFilter>;
  /** At least one of them satisfies this. */
  some?: InputMaybe<TaskStageFilter>;
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
  /** By `id`. */
  | 'ID'
  /** By `name`. */
  | 'NAME';

/** Who asks, after the token was verified. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The agent's name in the doctrine; null for everybody else. */
  agent: Maybe<Scalars['String']['output']>;
  /** The user's uuid; null for anonymous, service and agents. */
  id: Maybe<Scalars['ID']['output']>;
  /** What kind of caller this is. */
  kind: ViewerKind;
};

/** The kinds of caller that the doctrine knows. */
export type ViewerKind =
  /** An agent of the doctrine. */
  | 'AGENT'
  /** No token: may read nothing but what the doctrine opens. */
  | 'ANONYMOUS'
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
