import type * as Types from './types.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../context.ts';
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };


export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Types.Maybe<TTypes> | Promise<Types.Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( Types.Account )
    | ( Types.Approval )
    | ( Types.Archive )
    | ( Types.Artifact )
    | ( Types.Attachment )
    | ( Types.Backup )
    | ( Types.BinItem )
    | ( Types.BirFiling )
    | ( Types.Block )
    | ( Types.Build )
    | ( Types.Comment )
    | ( Types.Company )
    | ( Types.Country )
    | ( Types.Currency )
    | ( Types.Database )
    | ( Types.DatabaseColumn )
    | ( Types.DatabaseRow )
    | ( Types.DeliveryProject )
    | ( Types.Department )
    | ( Types.Deployment )
    | ( Types.Employee )
    | ( Types.Environment )
    | ( Types.Expense )
    | ( Types.HistoryChange )
    | ( Types.HistoryEntry )
    | ( Types.IndexQueueEntry )
    | ( Types.Journal )
    | ( Types.Move )
    | ( Types.MoveLine )
    | ( Types.OdooUserLink )
    | ( Types.Page )
    | ( Types.Partner )
    | ( Types.Payment )
    | ( Types.Permission )
    | ( Types.Product )
    | ( Types.ProductCategory )
    | ( Types.ProductTemplate )
    | ( Types.Project )
    | ( Types.ProjectMember )
    | ( Types.ProjectTag )
    | ( Types.PurchaseOrder )
    | ( Types.PurchaseOrderLine )
    | ( Types.Relation )
    | ( Types.Role )
    | ( Types.Run )
    | ( Types.RunEvent )
    | ( Types.RunPage )
    | ( Types.SaleOrder )
    | ( Types.SaleOrderLine )
    | ( Types.Schedule )
    | ( Types.Space )
    | ( Types.Task )
    | ( Types.TaskStage )
    | ( Types.Tax )
    | ( Types.Template )
    | ( Types.Timesheet )
    | ( Types.Unit )
    | ( Types.User )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<Types.Account>;
  AccountConnection: ResolverTypeWrapper<Types.AccountConnection>;
  AccountEdge: ResolverTypeWrapper<Types.AccountEdge>;
  AccountFilter: Types.AccountFilter;
  AccountGroup: ResolverTypeWrapper<Types.AccountGroup>;
  AccountGroupBy: Types.AccountGroupBy;
  AccountGroupField: Types.AccountGroupField;
  AccountGroupKeys: ResolverTypeWrapper<Types.AccountGroupKeys>;
  AccountGroupOrder: Types.AccountGroupOrder;
  AccountGroupOrderField: Types.AccountGroupOrderField;
  AccountGroupPage: ResolverTypeWrapper<Types.AccountGroupPage>;
  AccountInternalGroup: Types.AccountInternalGroup;
  AccountInternalGroupFilter: Types.AccountInternalGroupFilter;
  AccountListFilter: Types.AccountListFilter;
  AccountMax: ResolverTypeWrapper<Types.AccountMax>;
  AccountMin: ResolverTypeWrapper<Types.AccountMin>;
  AccountOrder: Types.AccountOrder;
  AccountOrderField: Types.AccountOrderField;
  AccountType: Types.AccountType;
  AccountTypeFilter: Types.AccountTypeFilter;
  AddCommentInput: Types.AddCommentInput;
  AddCommentPayload: ResolverTypeWrapper<Types.AddCommentPayload>;
  AddDatabaseColumnInput: Types.AddDatabaseColumnInput;
  AddDatabaseColumnPayload: ResolverTypeWrapper<Types.AddDatabaseColumnPayload>;
  AddRelationInput: Types.AddRelationInput;
  AddRelationPayload: ResolverTypeWrapper<Types.AddRelationPayload>;
  AppendRunEventInput: Types.AppendRunEventInput;
  AppendRunEventPayload: ResolverTypeWrapper<Types.AppendRunEventPayload>;
  ApplyBlockOperationsInput: Types.ApplyBlockOperationsInput;
  ApplyBlockOperationsPayload: ResolverTypeWrapper<Types.ApplyBlockOperationsPayload>;
  Approval: ResolverTypeWrapper<Types.Approval>;
  ApprovalConnection: ResolverTypeWrapper<Types.ApprovalConnection>;
  ApprovalDecision: Types.ApprovalDecision;
  ApprovalDecisionFilter: Types.ApprovalDecisionFilter;
  ApprovalEdge: ResolverTypeWrapper<Types.ApprovalEdge>;
  ApprovalFilter: Types.ApprovalFilter;
  ApprovalListFilter: Types.ApprovalListFilter;
  ApprovalOrder: Types.ApprovalOrder;
  ApprovalOrderField: Types.ApprovalOrderField;
  ApprovalStatus: Types.ApprovalStatus;
  ApprovalStatusFilter: Types.ApprovalStatusFilter;
  Archive: ResolverTypeWrapper<Types.Archive>;
  ArchiveConnection: ResolverTypeWrapper<Types.ArchiveConnection>;
  ArchiveDatabaseInput: Types.ArchiveDatabaseInput;
  ArchiveDatabasePayload: ResolverTypeWrapper<Types.ArchiveDatabasePayload>;
  ArchiveEdge: ResolverTypeWrapper<Types.ArchiveEdge>;
  ArchiveFilter: Types.ArchiveFilter;
  ArchiveListFilter: Types.ArchiveListFilter;
  ArchiveOrder: Types.ArchiveOrder;
  ArchiveOrderField: Types.ArchiveOrderField;
  ArchivePageInput: Types.ArchivePageInput;
  ArchivePagePayload: ResolverTypeWrapper<Types.ArchivePagePayload>;
  ArchiveSpaceInput: Types.ArchiveSpaceInput;
  ArchiveSpacePayload: ResolverTypeWrapper<Types.ArchiveSpacePayload>;
  Artifact: ResolverTypeWrapper<Types.Artifact>;
  ArtifactConnection: ResolverTypeWrapper<Types.ArtifactConnection>;
  ArtifactEdge: ResolverTypeWrapper<Types.ArtifactEdge>;
  ArtifactFilter: Types.ArtifactFilter;
  ArtifactListFilter: Types.ArtifactListFilter;
  ArtifactOrder: Types.ArtifactOrder;
  ArtifactOrderField: Types.ArtifactOrderField;
  AskDocsFilter: Types.AskDocsFilter;
  Attachment: ResolverTypeWrapper<Types.Attachment>;
  AttachmentConnection: ResolverTypeWrapper<Types.AttachmentConnection>;
  AttachmentEdge: ResolverTypeWrapper<Types.AttachmentEdge>;
  AttachmentFilter: Types.AttachmentFilter;
  AttachmentListFilter: Types.AttachmentListFilter;
  AttachmentOrder: Types.AttachmentOrder;
  AttachmentOrderField: Types.AttachmentOrderField;
  AttachmentStatus: Types.AttachmentStatus;
  AttachmentStatusFilter: Types.AttachmentStatusFilter;
  Backup: ResolverTypeWrapper<Types.Backup>;
  BackupConnection: ResolverTypeWrapper<Types.BackupConnection>;
  BackupEdge: ResolverTypeWrapper<Types.BackupEdge>;
  BackupFilter: Types.BackupFilter;
  BackupKind: Types.BackupKind;
  BackupKindFilter: Types.BackupKindFilter;
  BackupListFilter: Types.BackupListFilter;
  BackupOrder: Types.BackupOrder;
  BackupOrderField: Types.BackupOrderField;
  BinItem: ResolverTypeWrapper<Types.BinItem>;
  BinItemConnection: ResolverTypeWrapper<Types.BinItemConnection>;
  BinItemEdge: ResolverTypeWrapper<Types.BinItemEdge>;
  BinItemFilter: Types.BinItemFilter;
  BinItemListFilter: Types.BinItemListFilter;
  BinItemOrder: Types.BinItemOrder;
  BinItemOrderField: Types.BinItemOrderField;
  BirFiling: ResolverTypeWrapper<Types.BirFiling>;
  BirFilingAvg: ResolverTypeWrapper<Types.BirFilingAvg>;
  BirFilingConnection: ResolverTypeWrapper<Types.BirFilingConnection>;
  BirFilingEdge: ResolverTypeWrapper<Types.BirFilingEdge>;
  BirFilingFilter: Types.BirFilingFilter;
  BirFilingGroup: ResolverTypeWrapper<Types.BirFilingGroup>;
  BirFilingGroupBy: Types.BirFilingGroupBy;
  BirFilingGroupField: Types.BirFilingGroupField;
  BirFilingGroupKeys: ResolverTypeWrapper<Types.BirFilingGroupKeys>;
  BirFilingGroupOrder: Types.BirFilingGroupOrder;
  BirFilingGroupOrderField: Types.BirFilingGroupOrderField;
  BirFilingGroupPage: ResolverTypeWrapper<Types.BirFilingGroupPage>;
  BirFilingListFilter: Types.BirFilingListFilter;
  BirFilingMax: ResolverTypeWrapper<Types.BirFilingMax>;
  BirFilingMin: ResolverTypeWrapper<Types.BirFilingMin>;
  BirFilingOrder: Types.BirFilingOrder;
  BirFilingOrderField: Types.BirFilingOrderField;
  BirFilingState: Types.BirFilingState;
  BirFilingStateFilter: Types.BirFilingStateFilter;
  BirFilingSum: ResolverTypeWrapper<Types.BirFilingSum>;
  Block: ResolverTypeWrapper<Types.Block>;
  BlockConnection: ResolverTypeWrapper<Types.BlockConnection>;
  BlockEdge: ResolverTypeWrapper<Types.BlockEdge>;
  BlockFilter: Types.BlockFilter;
  BlockListFilter: Types.BlockListFilter;
  BlockOperation: Types.BlockOperation;
  BlockOrder: Types.BlockOrder;
  BlockOrderField: Types.BlockOrderField;
  BlockPlace: Types.BlockPlace;
  BlockPlaceFilter: Types.BlockPlaceFilter;
  BlockType: Types.BlockType;
  BlockTypeFilter: Types.BlockTypeFilter;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
  BooleanFilter: Types.BooleanFilter;
  Breadcrumb: ResolverTypeWrapper<Types.Breadcrumb>;
  BreadcrumbConnection: ResolverTypeWrapper<Types.BreadcrumbConnection>;
  BreadcrumbEdge: ResolverTypeWrapper<Types.BreadcrumbEdge>;
  BreadcrumbFilter: Types.BreadcrumbFilter;
  BreadcrumbListFilter: Types.BreadcrumbListFilter;
  BreadcrumbOrder: Types.BreadcrumbOrder;
  BreadcrumbOrderField: Types.BreadcrumbOrderField;
  Build: ResolverTypeWrapper<Types.Build>;
  BuildConnection: ResolverTypeWrapper<Types.BuildConnection>;
  BuildEdge: ResolverTypeWrapper<Types.BuildEdge>;
  BuildFilter: Types.BuildFilter;
  BuildListFilter: Types.BuildListFilter;
  BuildOrder: Types.BuildOrder;
  BuildOrderField: Types.BuildOrderField;
  ByteCount: ResolverTypeWrapper<Types.Scalars['ByteCount']['output']>;
  ByteCountFilter: Types.ByteCountFilter;
  CalledFunction: ResolverTypeWrapper<Types.CalledFunction>;
  CancelRunInput: Types.CancelRunInput;
  CancelRunPayload: ResolverTypeWrapper<Types.CancelRunPayload>;
  CatchUp: Types.CatchUp;
  CatchUpFilter: Types.CatchUpFilter;
  CellGroup: ResolverTypeWrapper<Types.CellGroup>;
  CellGroups: ResolverTypeWrapper<Types.CellGroups>;
  ChangePermissionInput: Types.ChangePermissionInput;
  ChangePermissionPayload: ResolverTypeWrapper<Types.ChangePermissionPayload>;
  ChangeSpaceLanguageInput: Types.ChangeSpaceLanguageInput;
  ChangeSpaceLanguagePayload: ResolverTypeWrapper<Types.ChangeSpaceLanguagePayload>;
  Citation: ResolverTypeWrapper<Types.Citation>;
  ClaimRunsInput: Types.ClaimRunsInput;
  ClaimRunsPayload: ResolverTypeWrapper<Types.ClaimRunsPayload>;
  Comment: ResolverTypeWrapper<Types.Comment>;
  CommentConnection: ResolverTypeWrapper<Types.CommentConnection>;
  CommentEdge: ResolverTypeWrapper<Types.CommentEdge>;
  CommentFilter: Types.CommentFilter;
  CommentListFilter: Types.CommentListFilter;
  CommentOrder: Types.CommentOrder;
  CommentOrderField: Types.CommentOrderField;
  Company: ResolverTypeWrapper<Types.Company>;
  CompanyAvg: ResolverTypeWrapper<Types.CompanyAvg>;
  CompanyConnection: ResolverTypeWrapper<Types.CompanyConnection>;
  CompanyEdge: ResolverTypeWrapper<Types.CompanyEdge>;
  CompanyFilter: Types.CompanyFilter;
  CompanyGroup: ResolverTypeWrapper<Types.CompanyGroup>;
  CompanyGroupBy: Types.CompanyGroupBy;
  CompanyGroupField: Types.CompanyGroupField;
  CompanyGroupKeys: ResolverTypeWrapper<Types.CompanyGroupKeys>;
  CompanyGroupOrder: Types.CompanyGroupOrder;
  CompanyGroupOrderField: Types.CompanyGroupOrderField;
  CompanyGroupPage: ResolverTypeWrapper<Types.CompanyGroupPage>;
  CompanyListFilter: Types.CompanyListFilter;
  CompanyMax: ResolverTypeWrapper<Types.CompanyMax>;
  CompanyMin: ResolverTypeWrapper<Types.CompanyMin>;
  CompanyOrder: Types.CompanyOrder;
  CompanyOrderField: Types.CompanyOrderField;
  CompanySum: ResolverTypeWrapper<Types.CompanySum>;
  ConfirmAttachmentInput: Types.ConfirmAttachmentInput;
  ConfirmAttachmentPayload: ResolverTypeWrapper<Types.ConfirmAttachmentPayload>;
  CostMethod: Types.CostMethod;
  CostMethodFilter: Types.CostMethodFilter;
  Country: ResolverTypeWrapper<Types.Country>;
  CountryAvg: ResolverTypeWrapper<Types.CountryAvg>;
  CountryConnection: ResolverTypeWrapper<Types.CountryConnection>;
  CountryEdge: ResolverTypeWrapper<Types.CountryEdge>;
  CountryFilter: Types.CountryFilter;
  CountryGroup: ResolverTypeWrapper<Types.CountryGroup>;
  CountryGroupBy: Types.CountryGroupBy;
  CountryGroupField: Types.CountryGroupField;
  CountryGroupKeys: ResolverTypeWrapper<Types.CountryGroupKeys>;
  CountryGroupOrder: Types.CountryGroupOrder;
  CountryGroupOrderField: Types.CountryGroupOrderField;
  CountryGroupPage: ResolverTypeWrapper<Types.CountryGroupPage>;
  CountryListFilter: Types.CountryListFilter;
  CountryMax: ResolverTypeWrapper<Types.CountryMax>;
  CountryMin: ResolverTypeWrapper<Types.CountryMin>;
  CountryOrder: Types.CountryOrder;
  CountryOrderField: Types.CountryOrderField;
  CountrySum: ResolverTypeWrapper<Types.CountrySum>;
  CreateAttachmentUploadInput: Types.CreateAttachmentUploadInput;
  CreateAttachmentUploadPayload: ResolverTypeWrapper<Types.CreateAttachmentUploadPayload>;
  CreateDatabaseInput: Types.CreateDatabaseInput;
  CreateDatabasePayload: ResolverTypeWrapper<Types.CreateDatabasePayload>;
  CreatePageInput: Types.CreatePageInput;
  CreatePagePayload: ResolverTypeWrapper<Types.CreatePagePayload>;
  CreateSpaceInput: Types.CreateSpaceInput;
  CreateSpacePayload: ResolverTypeWrapper<Types.CreateSpacePayload>;
  CreatedBlock: ResolverTypeWrapper<Types.CreatedBlock>;
  Currency: ResolverTypeWrapper<Types.Currency>;
  CurrencyAvg: ResolverTypeWrapper<Types.CurrencyAvg>;
  CurrencyConnection: ResolverTypeWrapper<Types.CurrencyConnection>;
  CurrencyEdge: ResolverTypeWrapper<Types.CurrencyEdge>;
  CurrencyFilter: Types.CurrencyFilter;
  CurrencyGroup: ResolverTypeWrapper<Types.CurrencyGroup>;
  CurrencyGroupBy: Types.CurrencyGroupBy;
  CurrencyGroupField: Types.CurrencyGroupField;
  CurrencyGroupKeys: ResolverTypeWrapper<Types.CurrencyGroupKeys>;
  CurrencyGroupOrder: Types.CurrencyGroupOrder;
  CurrencyGroupOrderField: Types.CurrencyGroupOrderField;
  CurrencyGroupPage: ResolverTypeWrapper<Types.CurrencyGroupPage>;
  CurrencyListFilter: Types.CurrencyListFilter;
  CurrencyMax: ResolverTypeWrapper<Types.CurrencyMax>;
  CurrencyMin: ResolverTypeWrapper<Types.CurrencyMin>;
  CurrencyOrder: Types.CurrencyOrder;
  CurrencyOrderField: Types.CurrencyOrderField;
  CurrencyPosition: Types.CurrencyPosition;
  CurrencyPositionFilter: Types.CurrencyPositionFilter;
  CurrencySum: ResolverTypeWrapper<Types.CurrencySum>;
  Database: ResolverTypeWrapper<Types.Database>;
  DatabaseCellFilter: Types.DatabaseCellFilter;
  DatabaseCellOrder: Types.DatabaseCellOrder;
  DatabaseColumn: ResolverTypeWrapper<Types.DatabaseColumn>;
  DatabaseColumnConnection: ResolverTypeWrapper<Types.DatabaseColumnConnection>;
  DatabaseColumnEdge: ResolverTypeWrapper<Types.DatabaseColumnEdge>;
  DatabaseColumnFilter: Types.DatabaseColumnFilter;
  DatabaseColumnInput: Types.DatabaseColumnInput;
  DatabaseColumnListFilter: Types.DatabaseColumnListFilter;
  DatabaseColumnOrder: Types.DatabaseColumnOrder;
  DatabaseColumnOrderField: Types.DatabaseColumnOrderField;
  DatabaseColumnType: Types.DatabaseColumnType;
  DatabaseColumnTypeFilter: Types.DatabaseColumnTypeFilter;
  DatabaseConnection: ResolverTypeWrapper<Types.DatabaseConnection>;
  DatabaseEdge: ResolverTypeWrapper<Types.DatabaseEdge>;
  DatabaseFilter: Types.DatabaseFilter;
  DatabaseListFilter: Types.DatabaseListFilter;
  DatabaseOrder: Types.DatabaseOrder;
  DatabaseOrderField: Types.DatabaseOrderField;
  DatabaseRow: ResolverTypeWrapper<Types.DatabaseRow>;
  DatabaseRowConnection: ResolverTypeWrapper<Types.DatabaseRowConnection>;
  DatabaseRowEdge: ResolverTypeWrapper<Types.DatabaseRowEdge>;
  DatabaseRowFilter: Types.DatabaseRowFilter;
  DatabaseRowListFilter: Types.DatabaseRowListFilter;
  DatabaseRowOrder: Types.DatabaseRowOrder;
  DatabaseRowOrderField: Types.DatabaseRowOrderField;
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  DateFilter: Types.DateFilter;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  DateTimeFilter: Types.DateTimeFilter;
  DecideApprovalInput: Types.DecideApprovalInput;
  DecideApprovalPayload: ResolverTypeWrapper<Types.DecideApprovalPayload>;
  Decimal: ResolverTypeWrapper<Types.Scalars['Decimal']['output']>;
  DecimalFilter: Types.DecimalFilter;
  DeleteAttachmentInput: Types.DeleteAttachmentInput;
  DeleteAttachmentPayload: ResolverTypeWrapper<Types.DeleteAttachmentPayload>;
  DeleteBlock: Types.DeleteBlock;
  DeleteCommentInput: Types.DeleteCommentInput;
  DeleteCommentPayload: ResolverTypeWrapper<Types.DeleteCommentPayload>;
  DeleteDatabaseRowInput: Types.DeleteDatabaseRowInput;
  DeleteDatabaseRowPayload: ResolverTypeWrapper<Types.DeleteDatabaseRowPayload>;
  DeleteScheduleInput: Types.DeleteScheduleInput;
  DeleteSchedulePayload: ResolverTypeWrapper<Types.DeleteSchedulePayload>;
  DeleteTemplateInput: Types.DeleteTemplateInput;
  DeleteTemplatePayload: ResolverTypeWrapper<Types.DeleteTemplatePayload>;
  DeliveryProject: ResolverTypeWrapper<Types.DeliveryProject>;
  DeliveryProjectConnection: ResolverTypeWrapper<Types.DeliveryProjectConnection>;
  DeliveryProjectEdge: ResolverTypeWrapper<Types.DeliveryProjectEdge>;
  DeliveryProjectFilter: Types.DeliveryProjectFilter;
  DeliveryProjectListFilter: Types.DeliveryProjectListFilter;
  DeliveryProjectOrder: Types.DeliveryProjectOrder;
  DeliveryProjectOrderField: Types.DeliveryProjectOrderField;
  DeliveryStatus: Types.DeliveryStatus;
  DeliveryStatusFilter: Types.DeliveryStatusFilter;
  Department: ResolverTypeWrapper<Types.Department>;
  DepartmentConnection: ResolverTypeWrapper<Types.DepartmentConnection>;
  DepartmentEdge: ResolverTypeWrapper<Types.DepartmentEdge>;
  DepartmentFilter: Types.DepartmentFilter;
  DepartmentGroup: ResolverTypeWrapper<Types.DepartmentGroup>;
  DepartmentGroupBy: Types.DepartmentGroupBy;
  DepartmentGroupField: Types.DepartmentGroupField;
  DepartmentGroupKeys: ResolverTypeWrapper<Types.DepartmentGroupKeys>;
  DepartmentGroupOrder: Types.DepartmentGroupOrder;
  DepartmentGroupOrderField: Types.DepartmentGroupOrderField;
  DepartmentGroupPage: ResolverTypeWrapper<Types.DepartmentGroupPage>;
  DepartmentListFilter: Types.DepartmentListFilter;
  DepartmentMax: ResolverTypeWrapper<Types.DepartmentMax>;
  DepartmentMin: ResolverTypeWrapper<Types.DepartmentMin>;
  DepartmentOrder: Types.DepartmentOrder;
  DepartmentOrderField: Types.DepartmentOrderField;
  Deployment: ResolverTypeWrapper<Types.Deployment>;
  DeploymentConnection: ResolverTypeWrapper<Types.DeploymentConnection>;
  DeploymentEdge: ResolverTypeWrapper<Types.DeploymentEdge>;
  DeploymentFilter: Types.DeploymentFilter;
  DeploymentListFilter: Types.DeploymentListFilter;
  DeploymentOrder: Types.DeploymentOrder;
  DeploymentOrderField: Types.DeploymentOrderField;
  DeploymentStatus: Types.DeploymentStatus;
  DeploymentStatusFilter: Types.DeploymentStatusFilter;
  DocsAnswer: ResolverTypeWrapper<Types.DocsAnswer>;
  DocsAnswerEvent: ResolverTypeWrapper<Types.DocsAnswerEvent>;
  Doctrine: ResolverTypeWrapper<Types.Doctrine>;
  DoctrineAgent: ResolverTypeWrapper<Types.DoctrineAgent>;
  DoctrineConstraint: ResolverTypeWrapper<Types.DoctrineConstraint>;
  DoctrineLimit: ResolverTypeWrapper<Types.DoctrineLimit>;
  DoctrineOdooWrite: ResolverTypeWrapper<Types.DoctrineOdooWrite>;
  DoctrinePeriod: Types.DoctrinePeriod;
  DoctrinePeriodFilter: Types.DoctrinePeriodFilter;
  DoctrineSource: ResolverTypeWrapper<Types.DoctrineSource>;
  DoctrineSurface: ResolverTypeWrapper<Types.DoctrineSurface>;
  DoctrineWriter: ResolverTypeWrapper<Types.DoctrineWriter>;
  DuplicatePageInput: Types.DuplicatePageInput;
  DuplicatePagePayload: ResolverTypeWrapper<Types.DuplicatePagePayload>;
  EditCommentInput: Types.EditCommentInput;
  EditCommentPayload: ResolverTypeWrapper<Types.EditCommentPayload>;
  Employee: ResolverTypeWrapper<Types.Employee>;
  EmployeeAvg: ResolverTypeWrapper<Types.EmployeeAvg>;
  EmployeeConnection: ResolverTypeWrapper<Types.EmployeeConnection>;
  EmployeeEdge: ResolverTypeWrapper<Types.EmployeeEdge>;
  EmployeeFilter: Types.EmployeeFilter;
  EmployeeGroup: ResolverTypeWrapper<Types.EmployeeGroup>;
  EmployeeGroupBy: Types.EmployeeGroupBy;
  EmployeeGroupField: Types.EmployeeGroupField;
  EmployeeGroupKeys: ResolverTypeWrapper<Types.EmployeeGroupKeys>;
  EmployeeGroupOrder: Types.EmployeeGroupOrder;
  EmployeeGroupOrderField: Types.EmployeeGroupOrderField;
  EmployeeGroupPage: ResolverTypeWrapper<Types.EmployeeGroupPage>;
  EmployeeListFilter: Types.EmployeeListFilter;
  EmployeeMax: ResolverTypeWrapper<Types.EmployeeMax>;
  EmployeeMin: ResolverTypeWrapper<Types.EmployeeMin>;
  EmployeeOrder: Types.EmployeeOrder;
  EmployeeOrderField: Types.EmployeeOrderField;
  EmployeeSum: ResolverTypeWrapper<Types.EmployeeSum>;
  EmployeeType: Types.EmployeeType;
  EmployeeTypeFilter: Types.EmployeeTypeFilter;
  EnqueueRunInput: Types.EnqueueRunInput;
  EnqueueRunPayload: ResolverTypeWrapper<Types.EnqueueRunPayload>;
  Environment: ResolverTypeWrapper<Types.Environment>;
  EnvironmentConnection: ResolverTypeWrapper<Types.EnvironmentConnection>;
  EnvironmentEdge: ResolverTypeWrapper<Types.EnvironmentEdge>;
  EnvironmentFilter: Types.EnvironmentFilter;
  EnvironmentListFilter: Types.EnvironmentListFilter;
  EnvironmentName: Types.EnvironmentName;
  EnvironmentNameFilter: Types.EnvironmentNameFilter;
  EnvironmentOrder: Types.EnvironmentOrder;
  EnvironmentOrderField: Types.EnvironmentOrderField;
  Expense: ResolverTypeWrapper<Types.Expense>;
  ExpenseApprovalState: Types.ExpenseApprovalState;
  ExpenseApprovalStateFilter: Types.ExpenseApprovalStateFilter;
  ExpenseAvg: ResolverTypeWrapper<Types.ExpenseAvg>;
  ExpenseConnection: ResolverTypeWrapper<Types.ExpenseConnection>;
  ExpenseEdge: ResolverTypeWrapper<Types.ExpenseEdge>;
  ExpenseFilter: Types.ExpenseFilter;
  ExpenseGroup: ResolverTypeWrapper<Types.ExpenseGroup>;
  ExpenseGroupBy: Types.ExpenseGroupBy;
  ExpenseGroupField: Types.ExpenseGroupField;
  ExpenseGroupKeys: ResolverTypeWrapper<Types.ExpenseGroupKeys>;
  ExpenseGroupOrder: Types.ExpenseGroupOrder;
  ExpenseGroupOrderField: Types.ExpenseGroupOrderField;
  ExpenseGroupPage: ResolverTypeWrapper<Types.ExpenseGroupPage>;
  ExpenseListFilter: Types.ExpenseListFilter;
  ExpenseMax: ResolverTypeWrapper<Types.ExpenseMax>;
  ExpenseMin: ResolverTypeWrapper<Types.ExpenseMin>;
  ExpenseOrder: Types.ExpenseOrder;
  ExpenseOrderField: Types.ExpenseOrderField;
  ExpensePaymentMode: Types.ExpensePaymentMode;
  ExpensePaymentModeFilter: Types.ExpensePaymentModeFilter;
  ExpenseState: Types.ExpenseState;
  ExpenseStateFilter: Types.ExpenseStateFilter;
  ExpenseSum: ResolverTypeWrapper<Types.ExpenseSum>;
  FiscalMonth: Types.FiscalMonth;
  FiscalMonthFilter: Types.FiscalMonthFilter;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  GrantPermissionInput: Types.GrantPermissionInput;
  GrantPermissionPayload: ResolverTypeWrapper<Types.GrantPermissionPayload>;
  GroupInterval: Types.GroupInterval;
  HeartbeatRunInput: Types.HeartbeatRunInput;
  HeartbeatRunPayload: ResolverTypeWrapper<Types.HeartbeatRunPayload>;
  HistoryChange: ResolverTypeWrapper<Types.HistoryChange>;
  HistoryChangeConnection: ResolverTypeWrapper<Types.HistoryChangeConnection>;
  HistoryChangeEdge: ResolverTypeWrapper<Types.HistoryChangeEdge>;
  HistoryChangeFilter: Types.HistoryChangeFilter;
  HistoryChangeListFilter: Types.HistoryChangeListFilter;
  HistoryChangeOrder: Types.HistoryChangeOrder;
  HistoryChangeOrderField: Types.HistoryChangeOrderField;
  HistoryEntry: ResolverTypeWrapper<Types.HistoryEntry>;
  HistoryEntryConnection: ResolverTypeWrapper<Types.HistoryEntryConnection>;
  HistoryEntryEdge: ResolverTypeWrapper<Types.HistoryEntryEdge>;
  HistoryEntryFilter: Types.HistoryEntryFilter;
  HistoryEntryListFilter: Types.HistoryEntryListFilter;
  HistoryEntryOrder: Types.HistoryEntryOrder;
  HistoryEntryOrderField: Types.HistoryEntryOrderField;
  HistoryKind: Types.HistoryKind;
  HistoryKindFilter: Types.HistoryKindFilter;
  HistoryOperation: Types.HistoryOperation;
  HistoryOperationFilter: Types.HistoryOperationFilter;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  IDFilter: Types.IdFilter;
  InOdoo: Types.InOdoo;
  IndexOperation: Types.IndexOperation;
  IndexOperationFilter: Types.IndexOperationFilter;
  IndexQueueEntry: ResolverTypeWrapper<Types.IndexQueueEntry>;
  IndexQueueEntryConnection: ResolverTypeWrapper<Types.IndexQueueEntryConnection>;
  IndexQueueEntryEdge: ResolverTypeWrapper<Types.IndexQueueEntryEdge>;
  IndexQueueEntryFilter: Types.IndexQueueEntryFilter;
  IndexQueueEntryListFilter: Types.IndexQueueEntryListFilter;
  IndexQueueEntryOrder: Types.IndexQueueEntryOrder;
  IndexQueueEntryOrderField: Types.IndexQueueEntryOrderField;
  InsertBlock: Types.InsertBlock;
  InsertDatabaseRowInput: Types.InsertDatabaseRowInput;
  InsertDatabaseRowPayload: ResolverTypeWrapper<Types.InsertDatabaseRowPayload>;
  InsertDatabaseRowsInput: Types.InsertDatabaseRowsInput;
  InsertDatabaseRowsPayload: ResolverTypeWrapper<Types.InsertDatabaseRowsPayload>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  IntFilter: Types.IntFilter;
  InvoicePolicy: Types.InvoicePolicy;
  InvoicePolicyFilter: Types.InvoicePolicyFilter;
  JSON: ResolverTypeWrapper<Types.Scalars['JSON']['output']>;
  Journal: ResolverTypeWrapper<Types.Journal>;
  JournalAvg: ResolverTypeWrapper<Types.JournalAvg>;
  JournalConnection: ResolverTypeWrapper<Types.JournalConnection>;
  JournalEdge: ResolverTypeWrapper<Types.JournalEdge>;
  JournalFilter: Types.JournalFilter;
  JournalGroup: ResolverTypeWrapper<Types.JournalGroup>;
  JournalGroupBy: Types.JournalGroupBy;
  JournalGroupField: Types.JournalGroupField;
  JournalGroupKeys: ResolverTypeWrapper<Types.JournalGroupKeys>;
  JournalGroupOrder: Types.JournalGroupOrder;
  JournalGroupOrderField: Types.JournalGroupOrderField;
  JournalGroupPage: ResolverTypeWrapper<Types.JournalGroupPage>;
  JournalListFilter: Types.JournalListFilter;
  JournalMax: ResolverTypeWrapper<Types.JournalMax>;
  JournalMin: ResolverTypeWrapper<Types.JournalMin>;
  JournalOrder: Types.JournalOrder;
  JournalOrderField: Types.JournalOrderField;
  JournalSum: ResolverTypeWrapper<Types.JournalSum>;
  JournalType: Types.JournalType;
  JournalTypeFilter: Types.JournalTypeFilter;
  LedgerVerification: ResolverTypeWrapper<Types.LedgerVerification>;
  LeftOut: ResolverTypeWrapper<Types.LeftOut>;
  LeftOutKind: Types.LeftOutKind;
  LeftOutKindFilter: Types.LeftOutKindFilter;
  LinkOdooRecordInput: Types.LinkOdooRecordInput;
  LinkOdooRecordPayload: ResolverTypeWrapper<Types.LinkOdooRecordPayload>;
  LinkOdooUserInput: Types.LinkOdooUserInput;
  LinkOdooUserPayload: ResolverTypeWrapper<Types.LinkOdooUserPayload>;
  MarkRunFinishedInput: Types.MarkRunFinishedInput;
  MarkRunFinishedPayload: ResolverTypeWrapper<Types.MarkRunFinishedPayload>;
  MarkRunRunningInput: Types.MarkRunRunningInput;
  MarkRunRunningPayload: ResolverTypeWrapper<Types.MarkRunRunningPayload>;
  MergeBlock: Types.MergeBlock;
  Move: ResolverTypeWrapper<Types.Move>;
  MoveAvg: ResolverTypeWrapper<Types.MoveAvg>;
  MoveBlock: Types.MoveBlock;
  MoveConnection: ResolverTypeWrapper<Types.MoveConnection>;
  MoveEdge: ResolverTypeWrapper<Types.MoveEdge>;
  MoveFilter: Types.MoveFilter;
  MoveGroup: ResolverTypeWrapper<Types.MoveGroup>;
  MoveGroupBy: Types.MoveGroupBy;
  MoveGroupField: Types.MoveGroupField;
  MoveGroupKeys: ResolverTypeWrapper<Types.MoveGroupKeys>;
  MoveGroupOrder: Types.MoveGroupOrder;
  MoveGroupOrderField: Types.MoveGroupOrderField;
  MoveGroupPage: ResolverTypeWrapper<Types.MoveGroupPage>;
  MoveLine: ResolverTypeWrapper<Types.MoveLine>;
  MoveLineAvg: ResolverTypeWrapper<Types.MoveLineAvg>;
  MoveLineConnection: ResolverTypeWrapper<Types.MoveLineConnection>;
  MoveLineDisplayType: Types.MoveLineDisplayType;
  MoveLineDisplayTypeFilter: Types.MoveLineDisplayTypeFilter;
  MoveLineEdge: ResolverTypeWrapper<Types.MoveLineEdge>;
  MoveLineFilter: Types.MoveLineFilter;
  MoveLineGroup: ResolverTypeWrapper<Types.MoveLineGroup>;
  MoveLineGroupBy: Types.MoveLineGroupBy;
  MoveLineGroupField: Types.MoveLineGroupField;
  MoveLineGroupKeys: ResolverTypeWrapper<Types.MoveLineGroupKeys>;
  MoveLineGroupOrder: Types.MoveLineGroupOrder;
  MoveLineGroupOrderField: Types.MoveLineGroupOrderField;
  MoveLineGroupPage: ResolverTypeWrapper<Types.MoveLineGroupPage>;
  MoveLineListFilter: Types.MoveLineListFilter;
  MoveLineMax: ResolverTypeWrapper<Types.MoveLineMax>;
  MoveLineMin: ResolverTypeWrapper<Types.MoveLineMin>;
  MoveLineOrder: Types.MoveLineOrder;
  MoveLineOrderField: Types.MoveLineOrderField;
  MoveLineSum: ResolverTypeWrapper<Types.MoveLineSum>;
  MoveListFilter: Types.MoveListFilter;
  MoveMax: ResolverTypeWrapper<Types.MoveMax>;
  MoveMin: ResolverTypeWrapper<Types.MoveMin>;
  MoveOrder: Types.MoveOrder;
  MoveOrderField: Types.MoveOrderField;
  MovePageInput: Types.MovePageInput;
  MovePagePayload: ResolverTypeWrapper<Types.MovePagePayload>;
  MovePaymentState: Types.MovePaymentState;
  MovePaymentStateFilter: Types.MovePaymentStateFilter;
  MoveState: Types.MoveState;
  MoveStateFilter: Types.MoveStateFilter;
  MoveSum: ResolverTypeWrapper<Types.MoveSum>;
  MoveType: Types.MoveType;
  MoveTypeFilter: Types.MoveTypeFilter;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OdooUserLink: ResolverTypeWrapper<Types.OdooUserLink>;
  OdooUserLinkConnection: ResolverTypeWrapper<Types.OdooUserLinkConnection>;
  OdooUserLinkEdge: ResolverTypeWrapper<Types.OdooUserLinkEdge>;
  OdooUserLinkFilter: Types.OdooUserLinkFilter;
  OdooUserLinkListFilter: Types.OdooUserLinkListFilter;
  OdooUserLinkOrder: Types.OdooUserLinkOrder;
  OdooUserLinkOrderField: Types.OdooUserLinkOrderField;
  OrderDirection: Types.OrderDirection;
  OrderLineDisplayType: Types.OrderLineDisplayType;
  OrderLineDisplayTypeFilter: Types.OrderLineDisplayTypeFilter;
  Overlap: Types.Overlap;
  OverlapFilter: Types.OverlapFilter;
  Page: ResolverTypeWrapper<Types.Page>;
  PageChange: ResolverTypeWrapper<Types.PageChange>;
  PageConnection: ResolverTypeWrapper<Types.PageConnection>;
  PageEdge: ResolverTypeWrapper<Types.PageEdge>;
  PageFilter: Types.PageFilter;
  PageInfo: ResolverTypeWrapper<Types.PageInfo>;
  PageLinkKind: Types.PageLinkKind;
  PageLinkKindFilter: Types.PageLinkKindFilter;
  PageListFilter: Types.PageListFilter;
  PageMatch: ResolverTypeWrapper<Types.PageMatch>;
  PageOrder: Types.PageOrder;
  PageOrderField: Types.PageOrderField;
  PageTree: ResolverTypeWrapper<Types.PageTree>;
  PageTreeNode: ResolverTypeWrapper<Types.PageTreeNode>;
  Partner: ResolverTypeWrapper<Types.Partner>;
  PartnerAvg: ResolverTypeWrapper<Types.PartnerAvg>;
  PartnerConnection: ResolverTypeWrapper<Types.PartnerConnection>;
  PartnerEdge: ResolverTypeWrapper<Types.PartnerEdge>;
  PartnerFilter: Types.PartnerFilter;
  PartnerGroup: ResolverTypeWrapper<Types.PartnerGroup>;
  PartnerGroupBy: Types.PartnerGroupBy;
  PartnerGroupField: Types.PartnerGroupField;
  PartnerGroupKeys: ResolverTypeWrapper<Types.PartnerGroupKeys>;
  PartnerGroupOrder: Types.PartnerGroupOrder;
  PartnerGroupOrderField: Types.PartnerGroupOrderField;
  PartnerGroupPage: ResolverTypeWrapper<Types.PartnerGroupPage>;
  PartnerListFilter: Types.PartnerListFilter;
  PartnerMax: ResolverTypeWrapper<Types.PartnerMax>;
  PartnerMin: ResolverTypeWrapper<Types.PartnerMin>;
  PartnerOrder: Types.PartnerOrder;
  PartnerOrderField: Types.PartnerOrderField;
  PartnerSum: ResolverTypeWrapper<Types.PartnerSum>;
  PartnerType: Types.PartnerType;
  PartnerTypeFilter: Types.PartnerTypeFilter;
  Passage: ResolverTypeWrapper<Types.Passage>;
  PauseScheduleInput: Types.PauseScheduleInput;
  PauseSchedulePayload: ResolverTypeWrapper<Types.PauseSchedulePayload>;
  Payment: ResolverTypeWrapper<Types.Payment>;
  PaymentAvg: ResolverTypeWrapper<Types.PaymentAvg>;
  PaymentConnection: ResolverTypeWrapper<Types.PaymentConnection>;
  PaymentEdge: ResolverTypeWrapper<Types.PaymentEdge>;
  PaymentFilter: Types.PaymentFilter;
  PaymentGroup: ResolverTypeWrapper<Types.PaymentGroup>;
  PaymentGroupBy: Types.PaymentGroupBy;
  PaymentGroupField: Types.PaymentGroupField;
  PaymentGroupKeys: ResolverTypeWrapper<Types.PaymentGroupKeys>;
  PaymentGroupOrder: Types.PaymentGroupOrder;
  PaymentGroupOrderField: Types.PaymentGroupOrderField;
  PaymentGroupPage: ResolverTypeWrapper<Types.PaymentGroupPage>;
  PaymentListFilter: Types.PaymentListFilter;
  PaymentMax: ResolverTypeWrapper<Types.PaymentMax>;
  PaymentMin: ResolverTypeWrapper<Types.PaymentMin>;
  PaymentOrder: Types.PaymentOrder;
  PaymentOrderField: Types.PaymentOrderField;
  PaymentPartnerType: Types.PaymentPartnerType;
  PaymentPartnerTypeFilter: Types.PaymentPartnerTypeFilter;
  PaymentState: Types.PaymentState;
  PaymentStateFilter: Types.PaymentStateFilter;
  PaymentSum: ResolverTypeWrapper<Types.PaymentSum>;
  PaymentType: Types.PaymentType;
  PaymentTypeFilter: Types.PaymentTypeFilter;
  Permission: ResolverTypeWrapper<Types.Permission>;
  PermissionAction: Types.PermissionAction;
  PermissionActionFilter: Types.PermissionActionFilter;
  PermissionConnection: ResolverTypeWrapper<Types.PermissionConnection>;
  PermissionEdge: ResolverTypeWrapper<Types.PermissionEdge>;
  PermissionExplanation: ResolverTypeWrapper<Types.PermissionExplanation>;
  PermissionFilter: Types.PermissionFilter;
  PermissionListFilter: Types.PermissionListFilter;
  PermissionOrder: Types.PermissionOrder;
  PermissionOrderField: Types.PermissionOrderField;
  Product: ResolverTypeWrapper<Types.Product>;
  ProductAvg: ResolverTypeWrapper<Types.ProductAvg>;
  ProductCategory: ResolverTypeWrapper<Types.ProductCategory>;
  ProductCategoryConnection: ResolverTypeWrapper<Types.ProductCategoryConnection>;
  ProductCategoryEdge: ResolverTypeWrapper<Types.ProductCategoryEdge>;
  ProductCategoryFilter: Types.ProductCategoryFilter;
  ProductCategoryGroup: ResolverTypeWrapper<Types.ProductCategoryGroup>;
  ProductCategoryGroupBy: Types.ProductCategoryGroupBy;
  ProductCategoryGroupField: Types.ProductCategoryGroupField;
  ProductCategoryGroupKeys: ResolverTypeWrapper<Types.ProductCategoryGroupKeys>;
  ProductCategoryGroupOrder: Types.ProductCategoryGroupOrder;
  ProductCategoryGroupOrderField: Types.ProductCategoryGroupOrderField;
  ProductCategoryGroupPage: ResolverTypeWrapper<Types.ProductCategoryGroupPage>;
  ProductCategoryListFilter: Types.ProductCategoryListFilter;
  ProductCategoryMax: ResolverTypeWrapper<Types.ProductCategoryMax>;
  ProductCategoryMin: ResolverTypeWrapper<Types.ProductCategoryMin>;
  ProductCategoryOrder: Types.ProductCategoryOrder;
  ProductCategoryOrderField: Types.ProductCategoryOrderField;
  ProductConnection: ResolverTypeWrapper<Types.ProductConnection>;
  ProductEdge: ResolverTypeWrapper<Types.ProductEdge>;
  ProductFilter: Types.ProductFilter;
  ProductGroup: ResolverTypeWrapper<Types.ProductGroup>;
  ProductGroupBy: Types.ProductGroupBy;
  ProductGroupField: Types.ProductGroupField;
  ProductGroupKeys: ResolverTypeWrapper<Types.ProductGroupKeys>;
  ProductGroupOrder: Types.ProductGroupOrder;
  ProductGroupOrderField: Types.ProductGroupOrderField;
  ProductGroupPage: ResolverTypeWrapper<Types.ProductGroupPage>;
  ProductListFilter: Types.ProductListFilter;
  ProductMax: ResolverTypeWrapper<Types.ProductMax>;
  ProductMin: ResolverTypeWrapper<Types.ProductMin>;
  ProductOrder: Types.ProductOrder;
  ProductOrderField: Types.ProductOrderField;
  ProductSum: ResolverTypeWrapper<Types.ProductSum>;
  ProductTemplate: ResolverTypeWrapper<Types.ProductTemplate>;
  ProductTemplateAvg: ResolverTypeWrapper<Types.ProductTemplateAvg>;
  ProductTemplateConnection: ResolverTypeWrapper<Types.ProductTemplateConnection>;
  ProductTemplateEdge: ResolverTypeWrapper<Types.ProductTemplateEdge>;
  ProductTemplateFilter: Types.ProductTemplateFilter;
  ProductTemplateGroup: ResolverTypeWrapper<Types.ProductTemplateGroup>;
  ProductTemplateGroupBy: Types.ProductTemplateGroupBy;
  ProductTemplateGroupField: Types.ProductTemplateGroupField;
  ProductTemplateGroupKeys: ResolverTypeWrapper<Types.ProductTemplateGroupKeys>;
  ProductTemplateGroupOrder: Types.ProductTemplateGroupOrder;
  ProductTemplateGroupOrderField: Types.ProductTemplateGroupOrderField;
  ProductTemplateGroupPage: ResolverTypeWrapper<Types.ProductTemplateGroupPage>;
  ProductTemplateListFilter: Types.ProductTemplateListFilter;
  ProductTemplateMax: ResolverTypeWrapper<Types.ProductTemplateMax>;
  ProductTemplateMin: ResolverTypeWrapper<Types.ProductTemplateMin>;
  ProductTemplateOrder: Types.ProductTemplateOrder;
  ProductTemplateOrderField: Types.ProductTemplateOrderField;
  ProductTemplateSum: ResolverTypeWrapper<Types.ProductTemplateSum>;
  ProductType: Types.ProductType;
  ProductTypeFilter: Types.ProductTypeFilter;
  Project: ResolverTypeWrapper<Types.Project>;
  ProjectAvg: ResolverTypeWrapper<Types.ProjectAvg>;
  ProjectConnection: ResolverTypeWrapper<Types.ProjectConnection>;
  ProjectEdge: ResolverTypeWrapper<Types.ProjectEdge>;
  ProjectFilter: Types.ProjectFilter;
  ProjectGroup: ResolverTypeWrapper<Types.ProjectGroup>;
  ProjectGroupBy: Types.ProjectGroupBy;
  ProjectGroupField: Types.ProjectGroupField;
  ProjectGroupKeys: ResolverTypeWrapper<Types.ProjectGroupKeys>;
  ProjectGroupOrder: Types.ProjectGroupOrder;
  ProjectGroupOrderField: Types.ProjectGroupOrderField;
  ProjectGroupPage: ResolverTypeWrapper<Types.ProjectGroupPage>;
  ProjectListFilter: Types.ProjectListFilter;
  ProjectMax: ResolverTypeWrapper<Types.ProjectMax>;
  ProjectMember: ResolverTypeWrapper<Types.ProjectMember>;
  ProjectMemberConnection: ResolverTypeWrapper<Types.ProjectMemberConnection>;
  ProjectMemberEdge: ResolverTypeWrapper<Types.ProjectMemberEdge>;
  ProjectMemberFilter: Types.ProjectMemberFilter;
  ProjectMemberListFilter: Types.ProjectMemberListFilter;
  ProjectMemberOrder: Types.ProjectMemberOrder;
  ProjectMemberOrderField: Types.ProjectMemberOrderField;
  ProjectMin: ResolverTypeWrapper<Types.ProjectMin>;
  ProjectOrder: Types.ProjectOrder;
  ProjectOrderField: Types.ProjectOrderField;
  ProjectStatus: Types.ProjectStatus;
  ProjectStatusFilter: Types.ProjectStatusFilter;
  ProjectSum: ResolverTypeWrapper<Types.ProjectSum>;
  ProjectTag: ResolverTypeWrapper<Types.ProjectTag>;
  ProjectTagAvg: ResolverTypeWrapper<Types.ProjectTagAvg>;
  ProjectTagConnection: ResolverTypeWrapper<Types.ProjectTagConnection>;
  ProjectTagEdge: ResolverTypeWrapper<Types.ProjectTagEdge>;
  ProjectTagFilter: Types.ProjectTagFilter;
  ProjectTagGroup: ResolverTypeWrapper<Types.ProjectTagGroup>;
  ProjectTagGroupBy: Types.ProjectTagGroupBy;
  ProjectTagGroupField: Types.ProjectTagGroupField;
  ProjectTagGroupKeys: ResolverTypeWrapper<Types.ProjectTagGroupKeys>;
  ProjectTagGroupOrder: Types.ProjectTagGroupOrder;
  ProjectTagGroupOrderField: Types.ProjectTagGroupOrderField;
  ProjectTagGroupPage: ResolverTypeWrapper<Types.ProjectTagGroupPage>;
  ProjectTagListFilter: Types.ProjectTagListFilter;
  ProjectTagMax: ResolverTypeWrapper<Types.ProjectTagMax>;
  ProjectTagMin: ResolverTypeWrapper<Types.ProjectTagMin>;
  ProjectTagOrder: Types.ProjectTagOrder;
  ProjectTagOrderField: Types.ProjectTagOrderField;
  ProjectTagSum: ResolverTypeWrapper<Types.ProjectTagSum>;
  ProjectVisibility: Types.ProjectVisibility;
  ProjectVisibilityFilter: Types.ProjectVisibilityFilter;
  PurchaseInvoiceStatus: Types.PurchaseInvoiceStatus;
  PurchaseInvoiceStatusFilter: Types.PurchaseInvoiceStatusFilter;
  PurchaseMethod: Types.PurchaseMethod;
  PurchaseMethodFilter: Types.PurchaseMethodFilter;
  PurchaseOrder: ResolverTypeWrapper<Types.PurchaseOrder>;
  PurchaseOrderAvg: ResolverTypeWrapper<Types.PurchaseOrderAvg>;
  PurchaseOrderConnection: ResolverTypeWrapper<Types.PurchaseOrderConnection>;
  PurchaseOrderEdge: ResolverTypeWrapper<Types.PurchaseOrderEdge>;
  PurchaseOrderFilter: Types.PurchaseOrderFilter;
  PurchaseOrderGroup: ResolverTypeWrapper<Types.PurchaseOrderGroup>;
  PurchaseOrderGroupBy: Types.PurchaseOrderGroupBy;
  PurchaseOrderGroupField: Types.PurchaseOrderGroupField;
  PurchaseOrderGroupKeys: ResolverTypeWrapper<Types.PurchaseOrderGroupKeys>;
  PurchaseOrderGroupOrder: Types.PurchaseOrderGroupOrder;
  PurchaseOrderGroupOrderField: Types.PurchaseOrderGroupOrderField;
  PurchaseOrderGroupPage: ResolverTypeWrapper<Types.PurchaseOrderGroupPage>;
  PurchaseOrderLine: ResolverTypeWrapper<Types.PurchaseOrderLine>;
  PurchaseOrderLineAvg: ResolverTypeWrapper<Types.PurchaseOrderLineAvg>;
  PurchaseOrderLineConnection: ResolverTypeWrapper<Types.PurchaseOrderLineConnection>;
  PurchaseOrderLineEdge: ResolverTypeWrapper<Types.PurchaseOrderLineEdge>;
  PurchaseOrderLineFilter: Types.PurchaseOrderLineFilter;
  PurchaseOrderLineGroup: ResolverTypeWrapper<Types.PurchaseOrderLineGroup>;
  PurchaseOrderLineGroupBy: Types.PurchaseOrderLineGroupBy;
  PurchaseOrderLineGroupField: Types.PurchaseOrderLineGroupField;
  PurchaseOrderLineGroupKeys: ResolverTypeWrapper<Types.PurchaseOrderLineGroupKeys>;
  PurchaseOrderLineGroupOrder: Types.PurchaseOrderLineGroupOrder;
  PurchaseOrderLineGroupOrderField: Types.PurchaseOrderLineGroupOrderField;
  PurchaseOrderLineGroupPage: ResolverTypeWrapper<Types.PurchaseOrderLineGroupPage>;
  PurchaseOrderLineListFilter: Types.PurchaseOrderLineListFilter;
  PurchaseOrderLineMax: ResolverTypeWrapper<Types.PurchaseOrderLineMax>;
  PurchaseOrderLineMin: ResolverTypeWrapper<Types.PurchaseOrderLineMin>;
  PurchaseOrderLineOrder: Types.PurchaseOrderLineOrder;
  PurchaseOrderLineOrderField: Types.PurchaseOrderLineOrderField;
  PurchaseOrderLineSum: ResolverTypeWrapper<Types.PurchaseOrderLineSum>;
  PurchaseOrderListFilter: Types.PurchaseOrderListFilter;
  PurchaseOrderMax: ResolverTypeWrapper<Types.PurchaseOrderMax>;
  PurchaseOrderMin: ResolverTypeWrapper<Types.PurchaseOrderMin>;
  PurchaseOrderOrder: Types.PurchaseOrderOrder;
  PurchaseOrderOrderField: Types.PurchaseOrderOrderField;
  PurchaseOrderPriority: Types.PurchaseOrderPriority;
  PurchaseOrderPriorityFilter: Types.PurchaseOrderPriorityFilter;
  PurchaseOrderState: Types.PurchaseOrderState;
  PurchaseOrderStateFilter: Types.PurchaseOrderStateFilter;
  PurchaseOrderSum: ResolverTypeWrapper<Types.PurchaseOrderSum>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceiptStatus: Types.ReceiptStatus;
  ReceiptStatusFilter: Types.ReceiptStatusFilter;
  RecordArtifactInput: Types.RecordArtifactInput;
  RecordArtifactPayload: ResolverTypeWrapper<Types.RecordArtifactPayload>;
  RecordBackupInput: Types.RecordBackupInput;
  RecordBackupPayload: ResolverTypeWrapper<Types.RecordBackupPayload>;
  RecordBuildInput: Types.RecordBuildInput;
  RecordBuildPayload: ResolverTypeWrapper<Types.RecordBuildPayload>;
  RecordDeploymentInput: Types.RecordDeploymentInput;
  RecordDeploymentPayload: ResolverTypeWrapper<Types.RecordDeploymentPayload>;
  Relation: ResolverTypeWrapper<Types.Relation>;
  RelationConnection: ResolverTypeWrapper<Types.RelationConnection>;
  RelationEdge: ResolverTypeWrapper<Types.RelationEdge>;
  RelationFilter: Types.RelationFilter;
  RelationKind: Types.RelationKind;
  RelationKindFilter: Types.RelationKindFilter;
  RelationListFilter: Types.RelationListFilter;
  RelationOrder: Types.RelationOrder;
  RelationOrderField: Types.RelationOrderField;
  RemoveDatabaseColumnInput: Types.RemoveDatabaseColumnInput;
  RemoveDatabaseColumnPayload: ResolverTypeWrapper<Types.RemoveDatabaseColumnPayload>;
  RemoveRelationInput: Types.RemoveRelationInput;
  RemoveRelationPayload: ResolverTypeWrapper<Types.RemoveRelationPayload>;
  RenameDatabaseChoiceInput: Types.RenameDatabaseChoiceInput;
  RenameDatabaseChoicePayload: ResolverTypeWrapper<Types.RenameDatabaseChoicePayload>;
  RenameDatabaseColumnInput: Types.RenameDatabaseColumnInput;
  RenameDatabaseColumnPayload: ResolverTypeWrapper<Types.RenameDatabaseColumnPayload>;
  RenameDatabaseInput: Types.RenameDatabaseInput;
  RenameDatabasePayload: ResolverTypeWrapper<Types.RenameDatabasePayload>;
  RenameSpaceInput: Types.RenameSpaceInput;
  RenameSpacePayload: ResolverTypeWrapper<Types.RenameSpacePayload>;
  ReopenCommentPayload: ResolverTypeWrapper<Types.ReopenCommentPayload>;
  ReplyToCommentInput: Types.ReplyToCommentInput;
  ReplyToCommentPayload: ResolverTypeWrapper<Types.ReplyToCommentPayload>;
  RequestApprovalInput: Types.RequestApprovalInput;
  RequestApprovalPayload: ResolverTypeWrapper<Types.RequestApprovalPayload>;
  RequestOdooWriteInput: Types.RequestOdooWriteInput;
  RequestOdooWritePayload: ResolverTypeWrapper<Types.RequestOdooWritePayload>;
  ResolveCommentInput: Types.ResolveCommentInput;
  ResolveCommentPayload: ResolverTypeWrapper<Types.ResolveCommentPayload>;
  RestoreDatabasePayload: ResolverTypeWrapper<Types.RestoreDatabasePayload>;
  RestoreFromBinInput: Types.RestoreFromBinInput;
  RestoreFromBinPayload: ResolverTypeWrapper<Types.RestoreFromBinPayload>;
  RestorePagePayload: ResolverTypeWrapper<Types.RestorePagePayload>;
  RestorePageVersionInput: Types.RestorePageVersionInput;
  RestorePageVersionPayload: ResolverTypeWrapper<Types.RestorePageVersionPayload>;
  RestoreSpacePayload: ResolverTypeWrapper<Types.RestoreSpacePayload>;
  RetryIndexingInput: Types.RetryIndexingInput;
  RetryIndexingPayload: ResolverTypeWrapper<Types.RetryIndexingPayload>;
  RetryRunInput: Types.RetryRunInput;
  RetryRunPayload: ResolverTypeWrapper<Types.RetryRunPayload>;
  RetypeDatabaseColumnInput: Types.RetypeDatabaseColumnInput;
  RetypeDatabaseColumnPayload: ResolverTypeWrapper<Types.RetypeDatabaseColumnPayload>;
  RevokePermissionInput: Types.RevokePermissionInput;
  RevokePermissionPayload: ResolverTypeWrapper<Types.RevokePermissionPayload>;
  Role: ResolverTypeWrapper<Types.Role>;
  RoleConnection: ResolverTypeWrapper<Types.RoleConnection>;
  RoleEdge: ResolverTypeWrapper<Types.RoleEdge>;
  RoleFilter: Types.RoleFilter;
  RoleListFilter: Types.RoleListFilter;
  RoleOrder: Types.RoleOrder;
  RoleOrderField: Types.RoleOrderField;
  Run: ResolverTypeWrapper<Types.Run>;
  RunChange: ResolverTypeWrapper<Types.RunChange>;
  RunConnection: ResolverTypeWrapper<Types.RunConnection>;
  RunEdge: ResolverTypeWrapper<Types.RunEdge>;
  RunEvent: ResolverTypeWrapper<Types.RunEvent>;
  RunEventConnection: ResolverTypeWrapper<Types.RunEventConnection>;
  RunEventEdge: ResolverTypeWrapper<Types.RunEventEdge>;
  RunEventFilter: Types.RunEventFilter;
  RunEventListFilter: Types.RunEventListFilter;
  RunEventOrder: Types.RunEventOrder;
  RunEventOrderField: Types.RunEventOrderField;
  RunFilter: Types.RunFilter;
  RunListFilter: Types.RunListFilter;
  RunOrder: Types.RunOrder;
  RunOrderField: Types.RunOrderField;
  RunOutcome: Types.RunOutcome;
  RunOutcomeFilter: Types.RunOutcomeFilter;
  RunPage: ResolverTypeWrapper<Types.RunPage>;
  RunPageConnection: ResolverTypeWrapper<Types.RunPageConnection>;
  RunPageEdge: ResolverTypeWrapper<Types.RunPageEdge>;
  RunPageFilter: Types.RunPageFilter;
  RunPageListFilter: Types.RunPageListFilter;
  RunPageOrder: Types.RunPageOrder;
  RunPageOrderField: Types.RunPageOrderField;
  RunScheduleNowInput: Types.RunScheduleNowInput;
  RunScheduleNowPayload: ResolverTypeWrapper<Types.RunScheduleNowPayload>;
  RunStat: ResolverTypeWrapper<Types.RunStat>;
  RunStatConnection: ResolverTypeWrapper<Types.RunStatConnection>;
  RunStatEdge: ResolverTypeWrapper<Types.RunStatEdge>;
  RunStatFilter: Types.RunStatFilter;
  RunStatListFilter: Types.RunStatListFilter;
  RunStatOrder: Types.RunStatOrder;
  RunStatOrderField: Types.RunStatOrderField;
  RunStatus: Types.RunStatus;
  RunStatusFilter: Types.RunStatusFilter;
  SaleInvoiceStatus: Types.SaleInvoiceStatus;
  SaleInvoiceStatusFilter: Types.SaleInvoiceStatusFilter;
  SaleOrder: ResolverTypeWrapper<Types.SaleOrder>;
  SaleOrderAvg: ResolverTypeWrapper<Types.SaleOrderAvg>;
  SaleOrderConnection: ResolverTypeWrapper<Types.SaleOrderConnection>;
  SaleOrderEdge: ResolverTypeWrapper<Types.SaleOrderEdge>;
  SaleOrderFilter: Types.SaleOrderFilter;
  SaleOrderGroup: ResolverTypeWrapper<Types.SaleOrderGroup>;
  SaleOrderGroupBy: Types.SaleOrderGroupBy;
  SaleOrderGroupField: Types.SaleOrderGroupField;
  SaleOrderGroupKeys: ResolverTypeWrapper<Types.SaleOrderGroupKeys>;
  SaleOrderGroupOrder: Types.SaleOrderGroupOrder;
  SaleOrderGroupOrderField: Types.SaleOrderGroupOrderField;
  SaleOrderGroupPage: ResolverTypeWrapper<Types.SaleOrderGroupPage>;
  SaleOrderLine: ResolverTypeWrapper<Types.SaleOrderLine>;
  SaleOrderLineAvg: ResolverTypeWrapper<Types.SaleOrderLineAvg>;
  SaleOrderLineConnection: ResolverTypeWrapper<Types.SaleOrderLineConnection>;
  SaleOrderLineEdge: ResolverTypeWrapper<Types.SaleOrderLineEdge>;
  SaleOrderLineFilter: Types.SaleOrderLineFilter;
  SaleOrderLineGroup: ResolverTypeWrapper<Types.SaleOrderLineGroup>;
  SaleOrderLineGroupBy: Types.SaleOrderLineGroupBy;
  SaleOrderLineGroupField: Types.SaleOrderLineGroupField;
  SaleOrderLineGroupKeys: ResolverTypeWrapper<Types.SaleOrderLineGroupKeys>;
  SaleOrderLineGroupOrder: Types.SaleOrderLineGroupOrder;
  SaleOrderLineGroupOrderField: Types.SaleOrderLineGroupOrderField;
  SaleOrderLineGroupPage: ResolverTypeWrapper<Types.SaleOrderLineGroupPage>;
  SaleOrderLineListFilter: Types.SaleOrderLineListFilter;
  SaleOrderLineMax: ResolverTypeWrapper<Types.SaleOrderLineMax>;
  SaleOrderLineMin: ResolverTypeWrapper<Types.SaleOrderLineMin>;
  SaleOrderLineOrder: Types.SaleOrderLineOrder;
  SaleOrderLineOrderField: Types.SaleOrderLineOrderField;
  SaleOrderLineSum: ResolverTypeWrapper<Types.SaleOrderLineSum>;
  SaleOrderListFilter: Types.SaleOrderListFilter;
  SaleOrderMax: ResolverTypeWrapper<Types.SaleOrderMax>;
  SaleOrderMin: ResolverTypeWrapper<Types.SaleOrderMin>;
  SaleOrderOrder: Types.SaleOrderOrder;
  SaleOrderOrderField: Types.SaleOrderOrderField;
  SaleOrderState: Types.SaleOrderState;
  SaleOrderStateFilter: Types.SaleOrderStateFilter;
  SaleOrderSum: ResolverTypeWrapper<Types.SaleOrderSum>;
  SavePageAsTemplateInput: Types.SavePageAsTemplateInput;
  SavePageAsTemplatePayload: ResolverTypeWrapper<Types.SavePageAsTemplatePayload>;
  Schedule: ResolverTypeWrapper<Types.Schedule>;
  ScheduleConnection: ResolverTypeWrapper<Types.ScheduleConnection>;
  ScheduleEdge: ResolverTypeWrapper<Types.ScheduleEdge>;
  ScheduleFilter: Types.ScheduleFilter;
  ScheduleListFilter: Types.ScheduleListFilter;
  ScheduleOrder: Types.ScheduleOrder;
  ScheduleOrderField: Types.ScheduleOrderField;
  SearchIndexState: ResolverTypeWrapper<Types.SearchIndexState>;
  SetProjectMemberInput: Types.SetProjectMemberInput;
  SetProjectMemberPayload: ResolverTypeWrapper<Types.SetProjectMemberPayload>;
  Space: ResolverTypeWrapper<Types.Space>;
  SpaceConnection: ResolverTypeWrapper<Types.SpaceConnection>;
  SpaceEdge: ResolverTypeWrapper<Types.SpaceEdge>;
  SpaceFilter: Types.SpaceFilter;
  SpaceListFilter: Types.SpaceListFilter;
  SpaceOrder: Types.SpaceOrder;
  SpaceOrderField: Types.SpaceOrderField;
  SpaceRole: Types.SpaceRole;
  SpaceRoleFilter: Types.SpaceRoleFilter;
  SplitBlock: Types.SplitBlock;
  String: ResolverTypeWrapper<Types.Scalars['String']['output']>;
  StringFilter: Types.StringFilter;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Task: ResolverTypeWrapper<Types.Task>;
  TaskAvg: ResolverTypeWrapper<Types.TaskAvg>;
  TaskConnection: ResolverTypeWrapper<Types.TaskConnection>;
  TaskEdge: ResolverTypeWrapper<Types.TaskEdge>;
  TaskFilter: Types.TaskFilter;
  TaskGroup: ResolverTypeWrapper<Types.TaskGroup>;
  TaskGroupBy: Types.TaskGroupBy;
  TaskGroupField: Types.TaskGroupField;
  TaskGroupKeys: ResolverTypeWrapper<Types.TaskGroupKeys>;
  TaskGroupOrder: Types.TaskGroupOrder;
  TaskGroupOrderField: Types.TaskGroupOrderField;
  TaskGroupPage: ResolverTypeWrapper<Types.TaskGroupPage>;
  TaskListFilter: Types.TaskListFilter;
  TaskMax: ResolverTypeWrapper<Types.TaskMax>;
  TaskMin: ResolverTypeWrapper<Types.TaskMin>;
  TaskOrder: Types.TaskOrder;
  TaskOrderField: Types.TaskOrderField;
  TaskPriority: Types.TaskPriority;
  TaskPriorityFilter: Types.TaskPriorityFilter;
  TaskStage: ResolverTypeWrapper<Types.TaskStage>;
  TaskStageAvg: ResolverTypeWrapper<Types.TaskStageAvg>;
  TaskStageConnection: ResolverTypeWrapper<Types.TaskStageConnection>;
  TaskStageEdge: ResolverTypeWrapper<Types.TaskStageEdge>;
  TaskStageFilter: Types.TaskStageFilter;
  TaskStageGroup: ResolverTypeWrapper<Types.TaskStageGroup>;
  TaskStageGroupBy: Types.TaskStageGroupBy;
  TaskStageGroupField: Types.TaskStageGroupField;
  TaskStageGroupKeys: ResolverTypeWrapper<Types.TaskStageGroupKeys>;
  TaskStageGroupOrder: Types.TaskStageGroupOrder;
  TaskStageGroupOrderField: Types.TaskStageGroupOrderField;
  TaskStageGroupPage: ResolverTypeWrapper<Types.TaskStageGroupPage>;
  TaskStageListFilter: Types.TaskStageListFilter;
  TaskStageMax: ResolverTypeWrapper<Types.TaskStageMax>;
  TaskStageMin: ResolverTypeWrapper<Types.TaskStageMin>;
  TaskStageOrder: Types.TaskStageOrder;
  TaskStageOrderField: Types.TaskStageOrderField;
  TaskStageSum: ResolverTypeWrapper<Types.TaskStageSum>;
  TaskState: Types.TaskState;
  TaskStateFilter: Types.TaskStateFilter;
  TaskSum: ResolverTypeWrapper<Types.TaskSum>;
  Tax: ResolverTypeWrapper<Types.Tax>;
  TaxAmountType: Types.TaxAmountType;
  TaxAmountTypeFilter: Types.TaxAmountTypeFilter;
  TaxAvg: ResolverTypeWrapper<Types.TaxAvg>;
  TaxConnection: ResolverTypeWrapper<Types.TaxConnection>;
  TaxEdge: ResolverTypeWrapper<Types.TaxEdge>;
  TaxFilter: Types.TaxFilter;
  TaxGroup: ResolverTypeWrapper<Types.TaxGroup>;
  TaxGroupBy: Types.TaxGroupBy;
  TaxGroupField: Types.TaxGroupField;
  TaxGroupKeys: ResolverTypeWrapper<Types.TaxGroupKeys>;
  TaxGroupOrder: Types.TaxGroupOrder;
  TaxGroupOrderField: Types.TaxGroupOrderField;
  TaxGroupPage: ResolverTypeWrapper<Types.TaxGroupPage>;
  TaxListFilter: Types.TaxListFilter;
  TaxMax: ResolverTypeWrapper<Types.TaxMax>;
  TaxMin: ResolverTypeWrapper<Types.TaxMin>;
  TaxOrder: Types.TaxOrder;
  TaxOrderField: Types.TaxOrderField;
  TaxSum: ResolverTypeWrapper<Types.TaxSum>;
  TaxUse: Types.TaxUse;
  TaxUseFilter: Types.TaxUseFilter;
  Template: ResolverTypeWrapper<Types.Template>;
  TemplateConnection: ResolverTypeWrapper<Types.TemplateConnection>;
  TemplateEdge: ResolverTypeWrapper<Types.TemplateEdge>;
  TemplateFilter: Types.TemplateFilter;
  TemplateListFilter: Types.TemplateListFilter;
  TemplateOrder: Types.TemplateOrder;
  TemplateOrderField: Types.TemplateOrderField;
  Timesheet: ResolverTypeWrapper<Types.Timesheet>;
  TimesheetAvg: ResolverTypeWrapper<Types.TimesheetAvg>;
  TimesheetBillableType: Types.TimesheetBillableType;
  TimesheetBillableTypeFilter: Types.TimesheetBillableTypeFilter;
  TimesheetConnection: ResolverTypeWrapper<Types.TimesheetConnection>;
  TimesheetEdge: ResolverTypeWrapper<Types.TimesheetEdge>;
  TimesheetFilter: Types.TimesheetFilter;
  TimesheetGroup: ResolverTypeWrapper<Types.TimesheetGroup>;
  TimesheetGroupBy: Types.TimesheetGroupBy;
  TimesheetGroupField: Types.TimesheetGroupField;
  TimesheetGroupKeys: ResolverTypeWrapper<Types.TimesheetGroupKeys>;
  TimesheetGroupOrder: Types.TimesheetGroupOrder;
  TimesheetGroupOrderField: Types.TimesheetGroupOrderField;
  TimesheetGroupPage: ResolverTypeWrapper<Types.TimesheetGroupPage>;
  TimesheetListFilter: Types.TimesheetListFilter;
  TimesheetMax: ResolverTypeWrapper<Types.TimesheetMax>;
  TimesheetMin: ResolverTypeWrapper<Types.TimesheetMin>;
  TimesheetOrder: Types.TimesheetOrder;
  TimesheetOrderField: Types.TimesheetOrderField;
  TimesheetSum: ResolverTypeWrapper<Types.TimesheetSum>;
  TypedRow: ResolverTypeWrapper<Types.TypedRow>;
  TypedRowEdge: ResolverTypeWrapper<Types.TypedRowEdge>;
  TypedRows: ResolverTypeWrapper<Types.TypedRows>;
  UnconvertibleCells: Types.UnconvertibleCells;
  UnconvertibleCellsFilter: Types.UnconvertibleCellsFilter;
  Unit: ResolverTypeWrapper<Types.Unit>;
  UnitAvg: ResolverTypeWrapper<Types.UnitAvg>;
  UnitConnection: ResolverTypeWrapper<Types.UnitConnection>;
  UnitEdge: ResolverTypeWrapper<Types.UnitEdge>;
  UnitFilter: Types.UnitFilter;
  UnitGroup: ResolverTypeWrapper<Types.UnitGroup>;
  UnitGroupBy: Types.UnitGroupBy;
  UnitGroupField: Types.UnitGroupField;
  UnitGroupKeys: ResolverTypeWrapper<Types.UnitGroupKeys>;
  UnitGroupOrder: Types.UnitGroupOrder;
  UnitGroupOrderField: Types.UnitGroupOrderField;
  UnitGroupPage: ResolverTypeWrapper<Types.UnitGroupPage>;
  UnitListFilter: Types.UnitListFilter;
  UnitMax: ResolverTypeWrapper<Types.UnitMax>;
  UnitMin: ResolverTypeWrapper<Types.UnitMin>;
  UnitOrder: Types.UnitOrder;
  UnitOrderField: Types.UnitOrderField;
  UnitSum: ResolverTypeWrapper<Types.UnitSum>;
  UnlinkOdooRecordInput: Types.UnlinkOdooRecordInput;
  UnlinkOdooRecordPayload: ResolverTypeWrapper<Types.UnlinkOdooRecordPayload>;
  UpdateBlock: Types.UpdateBlock;
  UpdateDatabaseRowInput: Types.UpdateDatabaseRowInput;
  UpdateDatabaseRowPayload: ResolverTypeWrapper<Types.UpdateDatabaseRowPayload>;
  UpdatePageInput: Types.UpdatePageInput;
  UpdatePagePayload: ResolverTypeWrapper<Types.UpdatePagePayload>;
  UpdateTemplateInput: Types.UpdateTemplateInput;
  UpdateTemplatePayload: ResolverTypeWrapper<Types.UpdateTemplatePayload>;
  UpsertProjectInput: Types.UpsertProjectInput;
  UpsertProjectPayload: ResolverTypeWrapper<Types.UpsertProjectPayload>;
  UpsertScheduleInput: Types.UpsertScheduleInput;
  UpsertSchedulePayload: ResolverTypeWrapper<Types.UpsertSchedulePayload>;
  User: ResolverTypeWrapper<Types.User>;
  UserConnection: ResolverTypeWrapper<Types.UserConnection>;
  UserEdge: ResolverTypeWrapper<Types.UserEdge>;
  UserError: ResolverTypeWrapper<Types.UserError>;
  UserErrorCode: Types.UserErrorCode;
  UserErrorCodeFilter: Types.UserErrorCodeFilter;
  UserFilter: Types.UserFilter;
  UserGroup: ResolverTypeWrapper<Types.UserGroup>;
  UserGroupBy: Types.UserGroupBy;
  UserGroupField: Types.UserGroupField;
  UserGroupKeys: ResolverTypeWrapper<Types.UserGroupKeys>;
  UserGroupOrder: Types.UserGroupOrder;
  UserGroupOrderField: Types.UserGroupOrderField;
  UserGroupPage: ResolverTypeWrapper<Types.UserGroupPage>;
  UserListFilter: Types.UserListFilter;
  UserMax: ResolverTypeWrapper<Types.UserMax>;
  UserMin: ResolverTypeWrapper<Types.UserMin>;
  UserOrder: Types.UserOrder;
  UserOrderField: Types.UserOrderField;
  Viewer: ResolverTypeWrapper<Types.Viewer>;
  ViewerKind: Types.ViewerKind;
  ViewerKindFilter: Types.ViewerKindFilter;
  WritePermission: ResolverTypeWrapper<Types.WritePermission>;
  WrittenAnswer: ResolverTypeWrapper<Types.WrittenAnswer>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: Types.Account;
  AccountConnection: Types.AccountConnection;
  AccountEdge: Types.AccountEdge;
  AccountFilter: Types.AccountFilter;
  AccountGroup: Types.AccountGroup;
  AccountGroupBy: Types.AccountGroupBy;
  AccountGroupKeys: Types.AccountGroupKeys;
  AccountGroupOrder: Types.AccountGroupOrder;
  AccountGroupPage: Types.AccountGroupPage;
  AccountInternalGroupFilter: Types.AccountInternalGroupFilter;
  AccountListFilter: Types.AccountListFilter;
  AccountMax: Types.AccountMax;
  AccountMin: Types.AccountMin;
  AccountOrder: Types.AccountOrder;
  AccountTypeFilter: Types.AccountTypeFilter;
  AddCommentInput: Types.AddCommentInput;
  AddCommentPayload: Types.AddCommentPayload;
  AddDatabaseColumnInput: Types.AddDatabaseColumnInput;
  AddDatabaseColumnPayload: Types.AddDatabaseColumnPayload;
  AddRelationInput: Types.AddRelationInput;
  AddRelationPayload: Types.AddRelationPayload;
  AppendRunEventInput: Types.AppendRunEventInput;
  AppendRunEventPayload: Types.AppendRunEventPayload;
  ApplyBlockOperationsInput: Types.ApplyBlockOperationsInput;
  ApplyBlockOperationsPayload: Types.ApplyBlockOperationsPayload;
  Approval: Types.Approval;
  ApprovalConnection: Types.ApprovalConnection;
  ApprovalDecisionFilter: Types.ApprovalDecisionFilter;
  ApprovalEdge: Types.ApprovalEdge;
  ApprovalFilter: Types.ApprovalFilter;
  ApprovalListFilter: Types.ApprovalListFilter;
  ApprovalOrder: Types.ApprovalOrder;
  ApprovalStatusFilter: Types.ApprovalStatusFilter;
  Archive: Types.Archive;
  ArchiveConnection: Types.ArchiveConnection;
  ArchiveDatabaseInput: Types.ArchiveDatabaseInput;
  ArchiveDatabasePayload: Types.ArchiveDatabasePayload;
  ArchiveEdge: Types.ArchiveEdge;
  ArchiveFilter: Types.ArchiveFilter;
  ArchiveListFilter: Types.ArchiveListFilter;
  ArchiveOrder: Types.ArchiveOrder;
  ArchivePageInput: Types.ArchivePageInput;
  ArchivePagePayload: Types.ArchivePagePayload;
  ArchiveSpaceInput: Types.ArchiveSpaceInput;
  ArchiveSpacePayload: Types.ArchiveSpacePayload;
  Artifact: Types.Artifact;
  ArtifactConnection: Types.ArtifactConnection;
  ArtifactEdge: Types.ArtifactEdge;
  ArtifactFilter: Types.ArtifactFilter;
  ArtifactListFilter: Types.ArtifactListFilter;
  ArtifactOrder: Types.ArtifactOrder;
  AskDocsFilter: Types.AskDocsFilter;
  Attachment: Types.Attachment;
  AttachmentConnection: Types.AttachmentConnection;
  AttachmentEdge: Types.AttachmentEdge;
  AttachmentFilter: Types.AttachmentFilter;
  AttachmentListFilter: Types.AttachmentListFilter;
  AttachmentOrder: Types.AttachmentOrder;
  AttachmentStatusFilter: Types.AttachmentStatusFilter;
  Backup: Types.Backup;
  BackupConnection: Types.BackupConnection;
  BackupEdge: Types.BackupEdge;
  BackupFilter: Types.BackupFilter;
  BackupKindFilter: Types.BackupKindFilter;
  BackupListFilter: Types.BackupListFilter;
  BackupOrder: Types.BackupOrder;
  BinItem: Types.BinItem;
  BinItemConnection: Types.BinItemConnection;
  BinItemEdge: Types.BinItemEdge;
  BinItemFilter: Types.BinItemFilter;
  BinItemListFilter: Types.BinItemListFilter;
  BinItemOrder: Types.BinItemOrder;
  BirFiling: Types.BirFiling;
  BirFilingAvg: Types.BirFilingAvg;
  BirFilingConnection: Types.BirFilingConnection;
  BirFilingEdge: Types.BirFilingEdge;
  BirFilingFilter: Types.BirFilingFilter;
  BirFilingGroup: Types.BirFilingGroup;
  BirFilingGroupBy: Types.BirFilingGroupBy;
  BirFilingGroupKeys: Types.BirFilingGroupKeys;
  BirFilingGroupOrder: Types.BirFilingGroupOrder;
  BirFilingGroupPage: Types.BirFilingGroupPage;
  BirFilingListFilter: Types.BirFilingListFilter;
  BirFilingMax: Types.BirFilingMax;
  BirFilingMin: Types.BirFilingMin;
  BirFilingOrder: Types.BirFilingOrder;
  BirFilingStateFilter: Types.BirFilingStateFilter;
  BirFilingSum: Types.BirFilingSum;
  Block: Types.Block;
  BlockConnection: Types.BlockConnection;
  BlockEdge: Types.BlockEdge;
  BlockFilter: Types.BlockFilter;
  BlockListFilter: Types.BlockListFilter;
  BlockOperation: Types.BlockOperation;
  BlockOrder: Types.BlockOrder;
  BlockPlaceFilter: Types.BlockPlaceFilter;
  BlockTypeFilter: Types.BlockTypeFilter;
  Boolean: Types.Scalars['Boolean']['output'];
  BooleanFilter: Types.BooleanFilter;
  Breadcrumb: Types.Breadcrumb;
  BreadcrumbConnection: Types.BreadcrumbConnection;
  BreadcrumbEdge: Types.BreadcrumbEdge;
  BreadcrumbFilter: Types.BreadcrumbFilter;
  BreadcrumbListFilter: Types.BreadcrumbListFilter;
  BreadcrumbOrder: Types.BreadcrumbOrder;
  Build: Types.Build;
  BuildConnection: Types.BuildConnection;
  BuildEdge: Types.BuildEdge;
  BuildFilter: Types.BuildFilter;
  BuildListFilter: Types.BuildListFilter;
  BuildOrder: Types.BuildOrder;
  ByteCount: Types.Scalars['ByteCount']['output'];
  ByteCountFilter: Types.ByteCountFilter;
  CalledFunction: Types.CalledFunction;
  CancelRunInput: Types.CancelRunInput;
  CancelRunPayload: Types.CancelRunPayload;
  CatchUpFilter: Types.CatchUpFilter;
  CellGroup: Types.CellGroup;
  CellGroups: Types.CellGroups;
  ChangePermissionInput: Types.ChangePermissionInput;
  ChangePermissionPayload: Types.ChangePermissionPayload;
  ChangeSpaceLanguageInput: Types.ChangeSpaceLanguageInput;
  ChangeSpaceLanguagePayload: Types.ChangeSpaceLanguagePayload;
  Citation: Types.Citation;
  ClaimRunsInput: Types.ClaimRunsInput;
  ClaimRunsPayload: Types.ClaimRunsPayload;
  Comment: Types.Comment;
  CommentConnection: Types.CommentConnection;
  CommentEdge: Types.CommentEdge;
  CommentFilter: Types.CommentFilter;
  CommentListFilter: Types.CommentListFilter;
  CommentOrder: Types.CommentOrder;
  Company: Types.Company;
  CompanyAvg: Types.CompanyAvg;
  CompanyConnection: Types.CompanyConnection;
  CompanyEdge: Types.CompanyEdge;
  CompanyFilter: Types.CompanyFilter;
  CompanyGroup: Types.CompanyGroup;
  CompanyGroupBy: Types.CompanyGroupBy;
  CompanyGroupKeys: Types.CompanyGroupKeys;
  CompanyGroupOrder: Types.CompanyGroupOrder;
  CompanyGroupPage: Types.CompanyGroupPage;
  CompanyListFilter: Types.CompanyListFilter;
  CompanyMax: Types.CompanyMax;
  CompanyMin: Types.CompanyMin;
  CompanyOrder: Types.CompanyOrder;
  CompanySum: Types.CompanySum;
  ConfirmAttachmentInput: Types.ConfirmAttachmentInput;
  ConfirmAttachmentPayload: Types.ConfirmAttachmentPayload;
  CostMethodFilter: Types.CostMethodFilter;
  Country: Types.Country;
  CountryAvg: Types.CountryAvg;
  CountryConnection: Types.CountryConnection;
  CountryEdge: Types.CountryEdge;
  CountryFilter: Types.CountryFilter;
  CountryGroup: Types.CountryGroup;
  CountryGroupBy: Types.CountryGroupBy;
  CountryGroupKeys: Types.CountryGroupKeys;
  CountryGroupOrder: Types.CountryGroupOrder;
  CountryGroupPage: Types.CountryGroupPage;
  CountryListFilter: Types.CountryListFilter;
  CountryMax: Types.CountryMax;
  CountryMin: Types.CountryMin;
  CountryOrder: Types.CountryOrder;
  CountrySum: Types.CountrySum;
  CreateAttachmentUploadInput: Types.CreateAttachmentUploadInput;
  CreateAttachmentUploadPayload: Types.CreateAttachmentUploadPayload;
  CreateDatabaseInput: Types.CreateDatabaseInput;
  CreateDatabasePayload: Types.CreateDatabasePayload;
  CreatePageInput: Types.CreatePageInput;
  CreatePagePayload: Types.CreatePagePayload;
  CreateSpaceInput: Types.CreateSpaceInput;
  CreateSpacePayload: Types.CreateSpacePayload;
  CreatedBlock: Types.CreatedBlock;
  Currency: Types.Currency;
  CurrencyAvg: Types.CurrencyAvg;
  CurrencyConnection: Types.CurrencyConnection;
  CurrencyEdge: Types.CurrencyEdge;
  CurrencyFilter: Types.CurrencyFilter;
  CurrencyGroup: Types.CurrencyGroup;
  CurrencyGroupBy: Types.CurrencyGroupBy;
  CurrencyGroupKeys: Types.CurrencyGroupKeys;
  CurrencyGroupOrder: Types.CurrencyGroupOrder;
  CurrencyGroupPage: Types.CurrencyGroupPage;
  CurrencyListFilter: Types.CurrencyListFilter;
  CurrencyMax: Types.CurrencyMax;
  CurrencyMin: Types.CurrencyMin;
  CurrencyOrder: Types.CurrencyOrder;
  CurrencyPositionFilter: Types.CurrencyPositionFilter;
  CurrencySum: Types.CurrencySum;
  Database: Types.Database;
  DatabaseCellFilter: Types.DatabaseCellFilter;
  DatabaseCellOrder: Types.DatabaseCellOrder;
  DatabaseColumn: Types.DatabaseColumn;
  DatabaseColumnConnection: Types.DatabaseColumnConnection;
  DatabaseColumnEdge: Types.DatabaseColumnEdge;
  DatabaseColumnFilter: Types.DatabaseColumnFilter;
  DatabaseColumnInput: Types.DatabaseColumnInput;
  DatabaseColumnListFilter: Types.DatabaseColumnListFilter;
  DatabaseColumnOrder: Types.DatabaseColumnOrder;
  DatabaseColumnTypeFilter: Types.DatabaseColumnTypeFilter;
  DatabaseConnection: Types.DatabaseConnection;
  DatabaseEdge: Types.DatabaseEdge;
  DatabaseFilter: Types.DatabaseFilter;
  DatabaseListFilter: Types.DatabaseListFilter;
  DatabaseOrder: Types.DatabaseOrder;
  DatabaseRow: Types.DatabaseRow;
  DatabaseRowConnection: Types.DatabaseRowConnection;
  DatabaseRowEdge: Types.DatabaseRowEdge;
  DatabaseRowFilter: Types.DatabaseRowFilter;
  DatabaseRowListFilter: Types.DatabaseRowListFilter;
  DatabaseRowOrder: Types.DatabaseRowOrder;
  Date: Types.Scalars['Date']['output'];
  DateFilter: Types.DateFilter;
  DateTime: Types.Scalars['DateTime']['output'];
  DateTimeFilter: Types.DateTimeFilter;
  DecideApprovalInput: Types.DecideApprovalInput;
  DecideApprovalPayload: Types.DecideApprovalPayload;
  Decimal: Types.Scalars['Decimal']['output'];
  DecimalFilter: Types.DecimalFilter;
  DeleteAttachmentInput: Types.DeleteAttachmentInput;
  DeleteAttachmentPayload: Types.DeleteAttachmentPayload;
  DeleteBlock: Types.DeleteBlock;
  DeleteCommentInput: Types.DeleteCommentInput;
  DeleteCommentPayload: Types.DeleteCommentPayload;
  DeleteDatabaseRowInput: Types.DeleteDatabaseRowInput;
  DeleteDatabaseRowPayload: Types.DeleteDatabaseRowPayload;
  DeleteScheduleInput: Types.DeleteScheduleInput;
  DeleteSchedulePayload: Types.DeleteSchedulePayload;
  DeleteTemplateInput: Types.DeleteTemplateInput;
  DeleteTemplatePayload: Types.DeleteTemplatePayload;
  DeliveryProject: Types.DeliveryProject;
  DeliveryProjectConnection: Types.DeliveryProjectConnection;
  DeliveryProjectEdge: Types.DeliveryProjectEdge;
  DeliveryProjectFilter: Types.DeliveryProjectFilter;
  DeliveryProjectListFilter: Types.DeliveryProjectListFilter;
  DeliveryProjectOrder: Types.DeliveryProjectOrder;
  DeliveryStatusFilter: Types.DeliveryStatusFilter;
  Department: Types.Department;
  DepartmentConnection: Types.DepartmentConnection;
  DepartmentEdge: Types.DepartmentEdge;
  DepartmentFilter: Types.DepartmentFilter;
  DepartmentGroup: Types.DepartmentGroup;
  DepartmentGroupBy: Types.DepartmentGroupBy;
  DepartmentGroupKeys: Types.DepartmentGroupKeys;
  DepartmentGroupOrder: Types.DepartmentGroupOrder;
  DepartmentGroupPage: Types.DepartmentGroupPage;
  DepartmentListFilter: Types.DepartmentListFilter;
  DepartmentMax: Types.DepartmentMax;
  DepartmentMin: Types.DepartmentMin;
  DepartmentOrder: Types.DepartmentOrder;
  Deployment: Types.Deployment;
  DeploymentConnection: Types.DeploymentConnection;
  DeploymentEdge: Types.DeploymentEdge;
  DeploymentFilter: Types.DeploymentFilter;
  DeploymentListFilter: Types.DeploymentListFilter;
  DeploymentOrder: Types.DeploymentOrder;
  DeploymentStatusFilter: Types.DeploymentStatusFilter;
  DocsAnswer: Types.DocsAnswer;
  DocsAnswerEvent: Types.DocsAnswerEvent;
  Doctrine: Types.Doctrine;
  DoctrineAgent: Types.DoctrineAgent;
  DoctrineConstraint: Types.DoctrineConstraint;
  DoctrineLimit: Types.DoctrineLimit;
  DoctrineOdooWrite: Types.DoctrineOdooWrite;
  DoctrinePeriodFilter: Types.DoctrinePeriodFilter;
  DoctrineSource: Types.DoctrineSource;
  DoctrineSurface: Types.DoctrineSurface;
  DoctrineWriter: Types.DoctrineWriter;
  DuplicatePageInput: Types.DuplicatePageInput;
  DuplicatePagePayload: Types.DuplicatePagePayload;
  EditCommentInput: Types.EditCommentInput;
  EditCommentPayload: Types.EditCommentPayload;
  Employee: Types.Employee;
  EmployeeAvg: Types.EmployeeAvg;
  EmployeeConnection: Types.EmployeeConnection;
  EmployeeEdge: Types.EmployeeEdge;
  EmployeeFilter: Types.EmployeeFilter;
  EmployeeGroup: Types.EmployeeGroup;
  EmployeeGroupBy: Types.EmployeeGroupBy;
  EmployeeGroupKeys: Types.EmployeeGroupKeys;
  EmployeeGroupOrder: Types.EmployeeGroupOrder;
  EmployeeGroupPage: Types.EmployeeGroupPage;
  EmployeeListFilter: Types.EmployeeListFilter;
  EmployeeMax: Types.EmployeeMax;
  EmployeeMin: Types.EmployeeMin;
  EmployeeOrder: Types.EmployeeOrder;
  EmployeeSum: Types.EmployeeSum;
  EmployeeTypeFilter: Types.EmployeeTypeFilter;
  EnqueueRunInput: Types.EnqueueRunInput;
  EnqueueRunPayload: Types.EnqueueRunPayload;
  Environment: Types.Environment;
  EnvironmentConnection: Types.EnvironmentConnection;
  EnvironmentEdge: Types.EnvironmentEdge;
  EnvironmentFilter: Types.EnvironmentFilter;
  EnvironmentListFilter: Types.EnvironmentListFilter;
  EnvironmentNameFilter: Types.EnvironmentNameFilter;
  EnvironmentOrder: Types.EnvironmentOrder;
  Expense: Types.Expense;
  ExpenseApprovalStateFilter: Types.ExpenseApprovalStateFilter;
  ExpenseAvg: Types.ExpenseAvg;
  ExpenseConnection: Types.ExpenseConnection;
  ExpenseEdge: Types.ExpenseEdge;
  ExpenseFilter: Types.ExpenseFilter;
  ExpenseGroup: Types.ExpenseGroup;
  ExpenseGroupBy: Types.ExpenseGroupBy;
  ExpenseGroupKeys: Types.ExpenseGroupKeys;
  ExpenseGroupOrder: Types.ExpenseGroupOrder;
  ExpenseGroupPage: Types.ExpenseGroupPage;
  ExpenseListFilter: Types.ExpenseListFilter;
  ExpenseMax: Types.ExpenseMax;
  ExpenseMin: Types.ExpenseMin;
  ExpenseOrder: Types.ExpenseOrder;
  ExpensePaymentModeFilter: Types.ExpensePaymentModeFilter;
  ExpenseStateFilter: Types.ExpenseStateFilter;
  ExpenseSum: Types.ExpenseSum;
  FiscalMonthFilter: Types.FiscalMonthFilter;
  Float: Types.Scalars['Float']['output'];
  GrantPermissionInput: Types.GrantPermissionInput;
  GrantPermissionPayload: Types.GrantPermissionPayload;
  HeartbeatRunInput: Types.HeartbeatRunInput;
  HeartbeatRunPayload: Types.HeartbeatRunPayload;
  HistoryChange: Types.HistoryChange;
  HistoryChangeConnection: Types.HistoryChangeConnection;
  HistoryChangeEdge: Types.HistoryChangeEdge;
  HistoryChangeFilter: Types.HistoryChangeFilter;
  HistoryChangeListFilter: Types.HistoryChangeListFilter;
  HistoryChangeOrder: Types.HistoryChangeOrder;
  HistoryEntry: Types.HistoryEntry;
  HistoryEntryConnection: Types.HistoryEntryConnection;
  HistoryEntryEdge: Types.HistoryEntryEdge;
  HistoryEntryFilter: Types.HistoryEntryFilter;
  HistoryEntryListFilter: Types.HistoryEntryListFilter;
  HistoryEntryOrder: Types.HistoryEntryOrder;
  HistoryKindFilter: Types.HistoryKindFilter;
  HistoryOperationFilter: Types.HistoryOperationFilter;
  ID: Types.Scalars['ID']['output'];
  IDFilter: Types.IdFilter;
  InOdoo: Types.InOdoo;
  IndexOperationFilter: Types.IndexOperationFilter;
  IndexQueueEntry: Types.IndexQueueEntry;
  IndexQueueEntryConnection: Types.IndexQueueEntryConnection;
  IndexQueueEntryEdge: Types.IndexQueueEntryEdge;
  IndexQueueEntryFilter: Types.IndexQueueEntryFilter;
  IndexQueueEntryListFilter: Types.IndexQueueEntryListFilter;
  IndexQueueEntryOrder: Types.IndexQueueEntryOrder;
  InsertBlock: Types.InsertBlock;
  InsertDatabaseRowInput: Types.InsertDatabaseRowInput;
  InsertDatabaseRowPayload: Types.InsertDatabaseRowPayload;
  InsertDatabaseRowsInput: Types.InsertDatabaseRowsInput;
  InsertDatabaseRowsPayload: Types.InsertDatabaseRowsPayload;
  Int: Types.Scalars['Int']['output'];
  IntFilter: Types.IntFilter;
  InvoicePolicyFilter: Types.InvoicePolicyFilter;
  JSON: Types.Scalars['JSON']['output'];
  Journal: Types.Journal;
  JournalAvg: Types.JournalAvg;
  JournalConnection: Types.JournalConnection;
  JournalEdge: Types.JournalEdge;
  JournalFilter: Types.JournalFilter;
  JournalGroup: Types.JournalGroup;
  JournalGroupBy: Types.JournalGroupBy;
  JournalGroupKeys: Types.JournalGroupKeys;
  JournalGroupOrder: Types.JournalGroupOrder;
  JournalGroupPage: Types.JournalGroupPage;
  JournalListFilter: Types.JournalListFilter;
  JournalMax: Types.JournalMax;
  JournalMin: Types.JournalMin;
  JournalOrder: Types.JournalOrder;
  JournalSum: Types.JournalSum;
  JournalTypeFilter: Types.JournalTypeFilter;
  LedgerVerification: Types.LedgerVerification;
  LeftOut: Types.LeftOut;
  LeftOutKindFilter: Types.LeftOutKindFilter;
  LinkOdooRecordInput: Types.LinkOdooRecordInput;
  LinkOdooRecordPayload: Types.LinkOdooRecordPayload;
  LinkOdooUserInput: Types.LinkOdooUserInput;
  LinkOdooUserPayload: Types.LinkOdooUserPayload;
  MarkRunFinishedInput: Types.MarkRunFinishedInput;
  MarkRunFinishedPayload: Types.MarkRunFinishedPayload;
  MarkRunRunningInput: Types.MarkRunRunningInput;
  MarkRunRunningPayload: Types.MarkRunRunningPayload;
  MergeBlock: Types.MergeBlock;
  Move: Types.Move;
  MoveAvg: Types.MoveAvg;
  MoveBlock: Types.MoveBlock;
  MoveConnection: Types.MoveConnection;
  MoveEdge: Types.MoveEdge;
  MoveFilter: Types.MoveFilter;
  MoveGroup: Types.MoveGroup;
  MoveGroupBy: Types.MoveGroupBy;
  MoveGroupKeys: Types.MoveGroupKeys;
  MoveGroupOrder: Types.MoveGroupOrder;
  MoveGroupPage: Types.MoveGroupPage;
  MoveLine: Types.MoveLine;
  MoveLineAvg: Types.MoveLineAvg;
  MoveLineConnection: Types.MoveLineConnection;
  MoveLineDisplayTypeFilter: Types.MoveLineDisplayTypeFilter;
  MoveLineEdge: Types.MoveLineEdge;
  MoveLineFilter: Types.MoveLineFilter;
  MoveLineGroup: Types.MoveLineGroup;
  MoveLineGroupBy: Types.MoveLineGroupBy;
  MoveLineGroupKeys: Types.MoveLineGroupKeys;
  MoveLineGroupOrder: Types.MoveLineGroupOrder;
  MoveLineGroupPage: Types.MoveLineGroupPage;
  MoveLineListFilter: Types.MoveLineListFilter;
  MoveLineMax: Types.MoveLineMax;
  MoveLineMin: Types.MoveLineMin;
  MoveLineOrder: Types.MoveLineOrder;
  MoveLineSum: Types.MoveLineSum;
  MoveListFilter: Types.MoveListFilter;
  MoveMax: Types.MoveMax;
  MoveMin: Types.MoveMin;
  MoveOrder: Types.MoveOrder;
  MovePageInput: Types.MovePageInput;
  MovePagePayload: Types.MovePagePayload;
  MovePaymentStateFilter: Types.MovePaymentStateFilter;
  MoveStateFilter: Types.MoveStateFilter;
  MoveSum: Types.MoveSum;
  MoveTypeFilter: Types.MoveTypeFilter;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OdooUserLink: Types.OdooUserLink;
  OdooUserLinkConnection: Types.OdooUserLinkConnection;
  OdooUserLinkEdge: Types.OdooUserLinkEdge;
  OdooUserLinkFilter: Types.OdooUserLinkFilter;
  OdooUserLinkListFilter: Types.OdooUserLinkListFilter;
  OdooUserLinkOrder: Types.OdooUserLinkOrder;
  OrderLineDisplayTypeFilter: Types.OrderLineDisplayTypeFilter;
  OverlapFilter: Types.OverlapFilter;
  Page: Types.Page;
  PageChange: Types.PageChange;
  PageConnection: Types.PageConnection;
  PageEdge: Types.PageEdge;
  PageFilter: Types.PageFilter;
  PageInfo: Types.PageInfo;
  PageLinkKindFilter: Types.PageLinkKindFilter;
  PageListFilter: Types.PageListFilter;
  PageMatch: Types.PageMatch;
  PageOrder: Types.PageOrder;
  PageTree: Types.PageTree;
  PageTreeNode: Types.PageTreeNode;
  Partner: Types.Partner;
  PartnerAvg: Types.PartnerAvg;
  PartnerConnection: Types.PartnerConnection;
  PartnerEdge: Types.PartnerEdge;
  PartnerFilter: Types.PartnerFilter;
  PartnerGroup: Types.PartnerGroup;
  PartnerGroupBy: Types.PartnerGroupBy;
  PartnerGroupKeys: Types.PartnerGroupKeys;
  PartnerGroupOrder: Types.PartnerGroupOrder;
  PartnerGroupPage: Types.PartnerGroupPage;
  PartnerListFilter: Types.PartnerListFilter;
  PartnerMax: Types.PartnerMax;
  PartnerMin: Types.PartnerMin;
  PartnerOrder: Types.PartnerOrder;
  PartnerSum: Types.PartnerSum;
  PartnerTypeFilter: Types.PartnerTypeFilter;
  Passage: Types.Passage;
  PauseScheduleInput: Types.PauseScheduleInput;
  PauseSchedulePayload: Types.PauseSchedulePayload;
  Payment: Types.Payment;
  PaymentAvg: Types.PaymentAvg;
  PaymentConnection: Types.PaymentConnection;
  PaymentEdge: Types.PaymentEdge;
  PaymentFilter: Types.PaymentFilter;
  PaymentGroup: Types.PaymentGroup;
  PaymentGroupBy: Types.PaymentGroupBy;
  PaymentGroupKeys: Types.PaymentGroupKeys;
  PaymentGroupOrder: Types.PaymentGroupOrder;
  PaymentGroupPage: Types.PaymentGroupPage;
  PaymentListFilter: Types.PaymentListFilter;
  PaymentMax: Types.PaymentMax;
  PaymentMin: Types.PaymentMin;
  PaymentOrder: Types.PaymentOrder;
  PaymentPartnerTypeFilter: Types.PaymentPartnerTypeFilter;
  PaymentStateFilter: Types.PaymentStateFilter;
  PaymentSum: Types.PaymentSum;
  PaymentTypeFilter: Types.PaymentTypeFilter;
  Permission: Types.Permission;
  PermissionActionFilter: Types.PermissionActionFilter;
  PermissionConnection: Types.PermissionConnection;
  PermissionEdge: Types.PermissionEdge;
  PermissionExplanation: Types.PermissionExplanation;
  PermissionFilter: Types.PermissionFilter;
  PermissionListFilter: Types.PermissionListFilter;
  PermissionOrder: Types.PermissionOrder;
  Product: Types.Product;
  ProductAvg: Types.ProductAvg;
  ProductCategory: Types.ProductCategory;
  ProductCategoryConnection: Types.ProductCategoryConnection;
  ProductCategoryEdge: Types.ProductCategoryEdge;
  ProductCategoryFilter: Types.ProductCategoryFilter;
  ProductCategoryGroup: Types.ProductCategoryGroup;
  ProductCategoryGroupBy: Types.ProductCategoryGroupBy;
  ProductCategoryGroupKeys: Types.ProductCategoryGroupKeys;
  ProductCategoryGroupOrder: Types.ProductCategoryGroupOrder;
  ProductCategoryGroupPage: Types.ProductCategoryGroupPage;
  ProductCategoryListFilter: Types.ProductCategoryListFilter;
  ProductCategoryMax: Types.ProductCategoryMax;
  ProductCategoryMin: Types.ProductCategoryMin;
  ProductCategoryOrder: Types.ProductCategoryOrder;
  ProductConnection: Types.ProductConnection;
  ProductEdge: Types.ProductEdge;
  ProductFilter: Types.ProductFilter;
  ProductGroup: Types.ProductGroup;
  ProductGroupBy: Types.ProductGroupBy;
  ProductGroupKeys: Types.ProductGroupKeys;
  ProductGroupOrder: Types.ProductGroupOrder;
  ProductGroupPage: Types.ProductGroupPage;
  ProductListFilter: Types.ProductListFilter;
  ProductMax: Types.ProductMax;
  ProductMin: Types.ProductMin;
  ProductOrder: Types.ProductOrder;
  ProductSum: Types.ProductSum;
  ProductTemplate: Types.ProductTemplate;
  ProductTemplateAvg: Types.ProductTemplateAvg;
  ProductTemplateConnection: Types.ProductTemplateConnection;
  ProductTemplateEdge: Types.ProductTemplateEdge;
  ProductTemplateFilter: Types.ProductTemplateFilter;
  ProductTemplateGroup: Types.ProductTemplateGroup;
  ProductTemplateGroupBy: Types.ProductTemplateGroupBy;
  ProductTemplateGroupKeys: Types.ProductTemplateGroupKeys;
  ProductTemplateGroupOrder: Types.ProductTemplateGroupOrder;
  ProductTemplateGroupPage: Types.ProductTemplateGroupPage;
  ProductTemplateListFilter: Types.ProductTemplateListFilter;
  ProductTemplateMax: Types.ProductTemplateMax;
  ProductTemplateMin: Types.ProductTemplateMin;
  ProductTemplateOrder: Types.ProductTemplateOrder;
  ProductTemplateSum: Types.ProductTemplateSum;
  ProductTypeFilter: Types.ProductTypeFilter;
  Project: Types.Project;
  ProjectAvg: Types.ProjectAvg;
  ProjectConnection: Types.ProjectConnection;
  ProjectEdge: Types.ProjectEdge;
  ProjectFilter: Types.ProjectFilter;
  ProjectGroup: Types.ProjectGroup;
  ProjectGroupBy: Types.ProjectGroupBy;
  ProjectGroupKeys: Types.ProjectGroupKeys;
  ProjectGroupOrder: Types.ProjectGroupOrder;
  ProjectGroupPage: Types.ProjectGroupPage;
  ProjectListFilter: Types.ProjectListFilter;
  ProjectMax: Types.ProjectMax;
  ProjectMember: Types.ProjectMember;
  ProjectMemberConnection: Types.ProjectMemberConnection;
  ProjectMemberEdge: Types.ProjectMemberEdge;
  ProjectMemberFilter: Types.ProjectMemberFilter;
  ProjectMemberListFilter: Types.ProjectMemberListFilter;
  ProjectMemberOrder: Types.ProjectMemberOrder;
  ProjectMin: Types.ProjectMin;
  ProjectOrder: Types.ProjectOrder;
  ProjectStatusFilter: Types.ProjectStatusFilter;
  ProjectSum: Types.ProjectSum;
  ProjectTag: Types.ProjectTag;
  ProjectTagAvg: Types.ProjectTagAvg;
  ProjectTagConnection: Types.ProjectTagConnection;
  ProjectTagEdge: Types.ProjectTagEdge;
  ProjectTagFilter: Types.ProjectTagFilter;
  ProjectTagGroup: Types.ProjectTagGroup;
  ProjectTagGroupBy: Types.ProjectTagGroupBy;
  ProjectTagGroupKeys: Types.ProjectTagGroupKeys;
  ProjectTagGroupOrder: Types.ProjectTagGroupOrder;
  ProjectTagGroupPage: Types.ProjectTagGroupPage;
  ProjectTagListFilter: Types.ProjectTagListFilter;
  ProjectTagMax: Types.ProjectTagMax;
  ProjectTagMin: Types.ProjectTagMin;
  ProjectTagOrder: Types.ProjectTagOrder;
  ProjectTagSum: Types.ProjectTagSum;
  ProjectVisibilityFilter: Types.ProjectVisibilityFilter;
  PurchaseInvoiceStatusFilter: Types.PurchaseInvoiceStatusFilter;
  PurchaseMethodFilter: Types.PurchaseMethodFilter;
  PurchaseOrder: Types.PurchaseOrder;
  PurchaseOrderAvg: Types.PurchaseOrderAvg;
  PurchaseOrderConnection: Types.PurchaseOrderConnection;
  PurchaseOrderEdge: Types.PurchaseOrderEdge;
  PurchaseOrderFilter: Types.PurchaseOrderFilter;
  PurchaseOrderGroup: Types.PurchaseOrderGroup;
  PurchaseOrderGroupBy: Types.PurchaseOrderGroupBy;
  PurchaseOrderGroupKeys: Types.PurchaseOrderGroupKeys;
  PurchaseOrderGroupOrder: Types.PurchaseOrderGroupOrder;
  PurchaseOrderGroupPage: Types.PurchaseOrderGroupPage;
  PurchaseOrderLine: Types.PurchaseOrderLine;
  PurchaseOrderLineAvg: Types.PurchaseOrderLineAvg;
  PurchaseOrderLineConnection: Types.PurchaseOrderLineConnection;
  PurchaseOrderLineEdge: Types.PurchaseOrderLineEdge;
  PurchaseOrderLineFilter: Types.PurchaseOrderLineFilter;
  PurchaseOrderLineGroup: Types.PurchaseOrderLineGroup;
  PurchaseOrderLineGroupBy: Types.PurchaseOrderLineGroupBy;
  PurchaseOrderLineGroupKeys: Types.PurchaseOrderLineGroupKeys;
  PurchaseOrderLineGroupOrder: Types.PurchaseOrderLineGroupOrder;
  PurchaseOrderLineGroupPage: Types.PurchaseOrderLineGroupPage;
  PurchaseOrderLineListFilter: Types.PurchaseOrderLineListFilter;
  PurchaseOrderLineMax: Types.PurchaseOrderLineMax;
  PurchaseOrderLineMin: Types.PurchaseOrderLineMin;
  PurchaseOrderLineOrder: Types.PurchaseOrderLineOrder;
  PurchaseOrderLineSum: Types.PurchaseOrderLineSum;
  PurchaseOrderListFilter: Types.PurchaseOrderListFilter;
  PurchaseOrderMax: Types.PurchaseOrderMax;
  PurchaseOrderMin: Types.PurchaseOrderMin;
  PurchaseOrderOrder: Types.PurchaseOrderOrder;
  PurchaseOrderPriorityFilter: Types.PurchaseOrderPriorityFilter;
  PurchaseOrderStateFilter: Types.PurchaseOrderStateFilter;
  PurchaseOrderSum: Types.PurchaseOrderSum;
  Query: Record<PropertyKey, never>;
  ReceiptStatusFilter: Types.ReceiptStatusFilter;
  RecordArtifactInput: Types.RecordArtifactInput;
  RecordArtifactPayload: Types.RecordArtifactPayload;
  RecordBackupInput: Types.RecordBackupInput;
  RecordBackupPayload: Types.RecordBackupPayload;
  RecordBuildInput: Types.RecordBuildInput;
  RecordBuildPayload: Types.RecordBuildPayload;
  RecordDeploymentInput: Types.RecordDeploymentInput;
  RecordDeploymentPayload: Types.RecordDeploymentPayload;
  Relation: Types.Relation;
  RelationConnection: Types.RelationConnection;
  RelationEdge: Types.RelationEdge;
  RelationFilter: Types.RelationFilter;
  RelationKindFilter: Types.RelationKindFilter;
  RelationListFilter: Types.RelationListFilter;
  RelationOrder: Types.RelationOrder;
  RemoveDatabaseColumnInput: Types.RemoveDatabaseColumnInput;
  RemoveDatabaseColumnPayload: Types.RemoveDatabaseColumnPayload;
  RemoveRelationInput: Types.RemoveRelationInput;
  RemoveRelationPayload: Types.RemoveRelationPayload;
  RenameDatabaseChoiceInput: Types.RenameDatabaseChoiceInput;
  RenameDatabaseChoicePayload: Types.RenameDatabaseChoicePayload;
  RenameDatabaseColumnInput: Types.RenameDatabaseColumnInput;
  RenameDatabaseColumnPayload: Types.RenameDatabaseColumnPayload;
  RenameDatabaseInput: Types.RenameDatabaseInput;
  RenameDatabasePayload: Types.RenameDatabasePayload;
  RenameSpaceInput: Types.RenameSpaceInput;
  RenameSpacePayload: Types.RenameSpacePayload;
  ReopenCommentPayload: Types.ReopenCommentPayload;
  ReplyToCommentInput: Types.ReplyToCommentInput;
  ReplyToCommentPayload: Types.ReplyToCommentPayload;
  RequestApprovalInput: Types.RequestApprovalInput;
  RequestApprovalPayload: Types.RequestApprovalPayload;
  RequestOdooWriteInput: Types.RequestOdooWriteInput;
  RequestOdooWritePayload: Types.RequestOdooWritePayload;
  ResolveCommentInput: Types.ResolveCommentInput;
  ResolveCommentPayload: Types.ResolveCommentPayload;
  RestoreDatabasePayload: Types.RestoreDatabasePayload;
  RestoreFromBinInput: Types.RestoreFromBinInput;
  RestoreFromBinPayload: Types.RestoreFromBinPayload;
  RestorePagePayload: Types.RestorePagePayload;
  RestorePageVersionInput: Types.RestorePageVersionInput;
  RestorePageVersionPayload: Types.RestorePageVersionPayload;
  RestoreSpacePayload: Types.RestoreSpacePayload;
  RetryIndexingInput: Types.RetryIndexingInput;
  RetryIndexingPayload: Types.RetryIndexingPayload;
  RetryRunInput: Types.RetryRunInput;
  RetryRunPayload: Types.RetryRunPayload;
  RetypeDatabaseColumnInput: Types.RetypeDatabaseColumnInput;
  RetypeDatabaseColumnPayload: Types.RetypeDatabaseColumnPayload;
  RevokePermissionInput: Types.RevokePermissionInput;
  RevokePermissionPayload: Types.RevokePermissionPayload;
  Role: Types.Role;
  RoleConnection: Types.RoleConnection;
  RoleEdge: Types.RoleEdge;
  RoleFilter: Types.RoleFilter;
  RoleListFilter: Types.RoleListFilter;
  RoleOrder: Types.RoleOrder;
  Run: Types.Run;
  RunChange: Types.RunChange;
  RunConnection: Types.RunConnection;
  RunEdge: Types.RunEdge;
  RunEvent: Types.RunEvent;
  RunEventConnection: Types.RunEventConnection;
  RunEventEdge: Types.RunEventEdge;
  RunEventFilter: Types.RunEventFilter;
  RunEventListFilter: Types.RunEventListFilter;
  RunEventOrder: Types.RunEventOrder;
  RunFilter: Types.RunFilter;
  RunListFilter: Types.RunListFilter;
  RunOrder: Types.RunOrder;
  RunOutcomeFilter: Types.RunOutcomeFilter;
  RunPage: Types.RunPage;
  RunPageConnection: Types.RunPageConnection;
  RunPageEdge: Types.RunPageEdge;
  RunPageFilter: Types.RunPageFilter;
  RunPageListFilter: Types.RunPageListFilter;
  RunPageOrder: Types.RunPageOrder;
  RunScheduleNowInput: Types.RunScheduleNowInput;
  RunScheduleNowPayload: Types.RunScheduleNowPayload;
  RunStat: Types.RunStat;
  RunStatConnection: Types.RunStatConnection;
  RunStatEdge: Types.RunStatEdge;
  RunStatFilter: Types.RunStatFilter;
  RunStatListFilter: Types.RunStatListFilter;
  RunStatOrder: Types.RunStatOrder;
  RunStatusFilter: Types.RunStatusFilter;
  SaleInvoiceStatusFilter: Types.SaleInvoiceStatusFilter;
  SaleOrder: Types.SaleOrder;
  SaleOrderAvg: Types.SaleOrderAvg;
  SaleOrderConnection: Types.SaleOrderConnection;
  SaleOrderEdge: Types.SaleOrderEdge;
  SaleOrderFilter: Types.SaleOrderFilter;
  SaleOrderGroup: Types.SaleOrderGroup;
  SaleOrderGroupBy: Types.SaleOrderGroupBy;
  SaleOrderGroupKeys: Types.SaleOrderGroupKeys;
  SaleOrderGroupOrder: Types.SaleOrderGroupOrder;
  SaleOrderGroupPage: Types.SaleOrderGroupPage;
  SaleOrderLine: Types.SaleOrderLine;
  SaleOrderLineAvg: Types.SaleOrderLineAvg;
  SaleOrderLineConnection: Types.SaleOrderLineConnection;
  SaleOrderLineEdge: Types.SaleOrderLineEdge;
  SaleOrderLineFilter: Types.SaleOrderLineFilter;
  SaleOrderLineGroup: Types.SaleOrderLineGroup;
  SaleOrderLineGroupBy: Types.SaleOrderLineGroupBy;
  SaleOrderLineGroupKeys: Types.SaleOrderLineGroupKeys;
  SaleOrderLineGroupOrder: Types.SaleOrderLineGroupOrder;
  SaleOrderLineGroupPage: Types.SaleOrderLineGroupPage;
  SaleOrderLineListFilter: Types.SaleOrderLineListFilter;
  SaleOrderLineMax: Types.SaleOrderLineMax;
  SaleOrderLineMin: Types.SaleOrderLineMin;
  SaleOrderLineOrder: Types.SaleOrderLineOrder;
  SaleOrderLineSum: Types.SaleOrderLineSum;
  SaleOrderListFilter: Types.SaleOrderListFilter;
  SaleOrderMax: Types.SaleOrderMax;
  SaleOrderMin: Types.SaleOrderMin;
  SaleOrderOrder: Types.SaleOrderOrder;
  SaleOrderStateFilter: Types.SaleOrderStateFilter;
  SaleOrderSum: Types.SaleOrderSum;
  SavePageAsTemplateInput: Types.SavePageAsTemplateInput;
  SavePageAsTemplatePayload: Types.SavePageAsTemplatePayload;
  Schedule: Types.Schedule;
  ScheduleConnection: Types.ScheduleConnection;
  ScheduleEdge: Types.ScheduleEdge;
  ScheduleFilter: Types.ScheduleFilter;
  ScheduleListFilter: Types.ScheduleListFilter;
  ScheduleOrder: Types.ScheduleOrder;
  SearchIndexState: Types.SearchIndexState;
  SetProjectMemberInput: Types.SetProjectMemberInput;
  SetProjectMemberPayload: Types.SetProjectMemberPayload;
  Space: Types.Space;
  SpaceConnection: Types.SpaceConnection;
  SpaceEdge: Types.SpaceEdge;
  SpaceFilter: Types.SpaceFilter;
  SpaceListFilter: Types.SpaceListFilter;
  SpaceOrder: Types.SpaceOrder;
  SpaceRoleFilter: Types.SpaceRoleFilter;
  SplitBlock: Types.SplitBlock;
  String: Types.Scalars['String']['output'];
  StringFilter: Types.StringFilter;
  Subscription: Record<PropertyKey, never>;
  Task: Types.Task;
  TaskAvg: Types.TaskAvg;
  TaskConnection: Types.TaskConnection;
  TaskEdge: Types.TaskEdge;
  TaskFilter: Types.TaskFilter;
  TaskGroup: Types.TaskGroup;
  TaskGroupBy: Types.TaskGroupBy;
  TaskGroupKeys: Types.TaskGroupKeys;
  TaskGroupOrder: Types.TaskGroupOrder;
  TaskGroupPage: Types.TaskGroupPage;
  TaskListFilter: Types.TaskListFilter;
  TaskMax: Types.TaskMax;
  TaskMin: Types.TaskMin;
  TaskOrder: Types.TaskOrder;
  TaskPriorityFilter: Types.TaskPriorityFilter;
  TaskStage: Types.TaskStage;
  TaskStageAvg: Types.TaskStageAvg;
  TaskStageConnection: Types.TaskStageConnection;
  TaskStageEdge: Types.TaskStageEdge;
  TaskStageFilter: Types.TaskStageFilter;
  TaskStageGroup: Types.TaskStageGroup;
  TaskStageGroupBy: Types.TaskStageGroupBy;
  TaskStageGroupKeys: Types.TaskStageGroupKeys;
  TaskStageGroupOrder: Types.TaskStageGroupOrder;
  TaskStageGroupPage: Types.TaskStageGroupPage;
  TaskStageListFilter: Types.TaskStageListFilter;
  TaskStageMax: Types.TaskStageMax;
  TaskStageMin: Types.TaskStageMin;
  TaskStageOrder: Types.TaskStageOrder;
  TaskStageSum: Types.TaskStageSum;
  TaskStateFilter: Types.TaskStateFilter;
  TaskSum: Types.TaskSum;
  Tax: Types.Tax;
  TaxAmountTypeFilter: Types.TaxAmountTypeFilter;
  TaxAvg: Types.TaxAvg;
  TaxConnection: Types.TaxConnection;
  TaxEdge: Types.TaxEdge;
  TaxFilter: Types.TaxFilter;
  TaxGroup: Types.TaxGroup;
  TaxGroupBy: Types.TaxGroupBy;
  TaxGroupKeys: Types.TaxGroupKeys;
  TaxGroupOrder: Types.TaxGroupOrder;
  TaxGroupPage: Types.TaxGroupPage;
  TaxListFilter: Types.TaxListFilter;
  TaxMax: Types.TaxMax;
  TaxMin: Types.TaxMin;
  TaxOrder: Types.TaxOrder;
  TaxSum: Types.TaxSum;
  TaxUseFilter: Types.TaxUseFilter;
  Template: Types.Template;
  TemplateConnection: Types.TemplateConnection;
  TemplateEdge: Types.TemplateEdge;
  TemplateFilter: Types.TemplateFilter;
  TemplateListFilter: Types.TemplateListFilter;
  TemplateOrder: Types.TemplateOrder;
  Timesheet: Types.Timesheet;
  TimesheetAvg: Types.TimesheetAvg;
  TimesheetBillableTypeFilter: Types.TimesheetBillableTypeFilter;
  TimesheetConnection: Types.TimesheetConnection;
  TimesheetEdge: Types.TimesheetEdge;
  TimesheetFilter: Types.TimesheetFilter;
  TimesheetGroup: Types.TimesheetGroup;
  TimesheetGroupBy: Types.TimesheetGroupBy;
  TimesheetGroupKeys: Types.TimesheetGroupKeys;
  TimesheetGroupOrder: Types.TimesheetGroupOrder;
  TimesheetGroupPage: Types.TimesheetGroupPage;
  TimesheetListFilter: Types.TimesheetListFilter;
  TimesheetMax: Types.TimesheetMax;
  TimesheetMin: Types.TimesheetMin;
  TimesheetOrder: Types.TimesheetOrder;
  TimesheetSum: Types.TimesheetSum;
  TypedRow: Types.TypedRow;
  TypedRowEdge: Types.TypedRowEdge;
  TypedRows: Types.TypedRows;
  UnconvertibleCellsFilter: Types.UnconvertibleCellsFilter;
  Unit: Types.Unit;
  UnitAvg: Types.UnitAvg;
  UnitConnection: Types.UnitConnection;
  UnitEdge: Types.UnitEdge;
  UnitFilter: Types.UnitFilter;
  UnitGroup: Types.UnitGroup;
  UnitGroupBy: Types.UnitGroupBy;
  UnitGroupKeys: Types.UnitGroupKeys;
  UnitGroupOrder: Types.UnitGroupOrder;
  UnitGroupPage: Types.UnitGroupPage;
  UnitListFilter: Types.UnitListFilter;
  UnitMax: Types.UnitMax;
  UnitMin: Types.UnitMin;
  UnitOrder: Types.UnitOrder;
  UnitSum: Types.UnitSum;
  UnlinkOdooRecordInput: Types.UnlinkOdooRecordInput;
  UnlinkOdooRecordPayload: Types.UnlinkOdooRecordPayload;
  UpdateBlock: Types.UpdateBlock;
  UpdateDatabaseRowInput: Types.UpdateDatabaseRowInput;
  UpdateDatabaseRowPayload: Types.UpdateDatabaseRowPayload;
  UpdatePageInput: Types.UpdatePageInput;
  UpdatePagePayload: Types.UpdatePagePayload;
  UpdateTemplateInput: Types.UpdateTemplateInput;
  UpdateTemplatePayload: Types.UpdateTemplatePayload;
  UpsertProjectInput: Types.UpsertProjectInput;
  UpsertProjectPayload: Types.UpsertProjectPayload;
  UpsertScheduleInput: Types.UpsertScheduleInput;
  UpsertSchedulePayload: Types.UpsertSchedulePayload;
  User: Types.User;
  UserConnection: Types.UserConnection;
  UserEdge: Types.UserEdge;
  UserError: Types.UserError;
  UserErrorCodeFilter: Types.UserErrorCodeFilter;
  UserFilter: Types.UserFilter;
  UserGroup: Types.UserGroup;
  UserGroupBy: Types.UserGroupBy;
  UserGroupKeys: Types.UserGroupKeys;
  UserGroupOrder: Types.UserGroupOrder;
  UserGroupPage: Types.UserGroupPage;
  UserListFilter: Types.UserListFilter;
  UserMax: Types.UserMax;
  UserMin: Types.UserMin;
  UserOrder: Types.UserOrder;
  Viewer: Types.Viewer;
  ViewerKindFilter: Types.ViewerKindFilter;
  WritePermission: Types.WritePermission;
  WrittenAnswer: Types.WrittenAnswer;
};

export type AsOfDirectiveArgs = {
  link: Types.Scalars['String']['input'];
};

export type AsOfDirectiveResolver<Result, Parent, ContextType = Context, Args = AsOfDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComputedDirectiveArgs = {
  search?: Types.Scalars['Boolean']['input'];
};

export type ComputedDirectiveResolver<Result, Parent, ContextType = Context, Args = ComputedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type FollowsChangesDirectiveArgs = {
  channel: Types.Scalars['String']['input'];
  cursor: Types.Scalars['String']['input'];
};

export type FollowsChangesDirectiveResolver<Result, Parent, ContextType = Context, Args = FollowsChangesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type FollowsLogDirectiveArgs = {
  channel: Types.Scalars['String']['input'];
  ended: Array<Types.Scalars['String']['input']>;
  last: Types.Scalars['String']['input'];
  number: Types.Scalars['String']['input'];
  state: Types.Scalars['String']['input'];
};

export type FollowsLogDirectiveResolver<Result, Parent, ContextType = Context, Args = FollowsLogDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type FromDirectiveArgs = {
  field: Types.Scalars['String']['input'];
};

export type FromDirectiveResolver<Result, Parent, ContextType = Context, Args = FromDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InOdooDirectiveArgs = {
  archived?: Types.Maybe<Types.Scalars['Boolean']['input']>;
  companies?: Types.Maybe<Array<Types.Scalars['ID']['input']>>;
  lang?: Types.Maybe<Types.Scalars['String']['input']>;
  timeZone?: Types.Maybe<Types.Scalars['String']['input']>;
};

export type InOdooDirectiveResolver<Result, Parent, ContextType = Context, Args = InOdooDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type JoinDirectiveArgs = {
  column?: Types.Maybe<Types.Scalars['String']['input']>;
  foreign?: Types.Maybe<Types.Scalars['String']['input']>;
  groupable?: Types.Scalars['Boolean']['input'];
  inverse?: Types.Maybe<Types.Scalars['String']['input']>;
};

export type JoinDirectiveResolver<Result, Parent, ContextType = Context, Args = JoinDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  by?: Types.Maybe<Types.Scalars['String']['input']>;
  contract: Types.Scalars['String']['input'];
  foreign?: Types.Maybe<Types.Scalars['String']['input']>;
};

export type LinkDirectiveResolver<Result, Parent, ContextType = Context, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type MoneyDirectiveArgs = {
  currency: Types.Scalars['String']['input'];
};

export type MoneyDirectiveResolver<Result, Parent, ContextType = Context, Args = MoneyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type NodeIdDirectiveArgs = { };

export type NodeIdDirectiveResolver<Result, Parent, ContextType = Context, Args = NodeIdDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OdooDirectiveArgs = {
  having?: Types.Maybe<Types.Scalars['String']['input']>;
  logged?: Types.Scalars['Boolean']['input'];
  model: Types.Scalars['String']['input'];
  node?: Types.Scalars['Boolean']['input'];
  optional?: Types.Scalars['Boolean']['input'];
  order?: Types.Scalars['String']['input'];
  searchedThrough?: Array<Types.Scalars['String']['input']>;
};

export type OdooDirectiveResolver<Result, Parent, ContextType = Context, Args = OdooDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OpsDirectiveArgs = {
  node?: Types.Scalars['Boolean']['input'];
  order?: Types.Scalars['String']['input'];
  table: Types.Scalars['String']['input'];
};

export type OpsDirectiveResolver<Result, Parent, ContextType = Context, Args = OpsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ReadsDirectiveArgs = {
  by?: Types.Maybe<Types.Scalars['String']['input']>;
  from: Array<Types.Scalars['String']['input']>;
};

export type ReadsDirectiveResolver<Result, Parent, ContextType = Context, Args = ReadsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SignedDirectiveArgs = {
  name: Types.Scalars['String']['input'];
  path: Types.Scalars['String']['input'];
};

export type SignedDirectiveResolver<Result, Parent, ContextType = Context, Args = SignedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type WithinDirectiveArgs = {
  column: Types.Scalars['String']['input'];
  part: Types.Scalars['Int']['input'];
  table: Types.Scalars['String']['input'];
};

export type WithinDirectiveResolver<Result, Parent, ContextType = Context, Args = WithinDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type WorkDirectiveArgs = {
  node?: Types.Scalars['Boolean']['input'];
  order?: Types.Scalars['String']['input'];
  table: Types.Scalars['String']['input'];
};

export type WorkDirectiveResolver<Result, Parent, ContextType = Context, Args = WorkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type WritesDirectiveArgs = {
  by?: Types.Maybe<Types.Scalars['String']['input']>;
  calls?: Types.Maybe<Array<Types.Scalars['String']['input']>>;
  to: Array<Types.Scalars['String']['input']>;
};

export type WritesDirectiveResolver<Result, Parent, ContextType = Context, Args = WritesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  accountType?: Resolver<Types.Maybe<ResolversTypes['AccountType']>, ParentType, ContextType>;
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  code?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companies?: Resolver<Types.Maybe<ResolversTypes['CompanyConnection']>, ParentType, ContextType, Partial<Types.AccountCompaniesArgs>>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  currentBalance?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  internalGroup?: Resolver<Types.Maybe<ResolversTypes['AccountInternalGroup']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nonTrade?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  placeholderCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reconcile?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccountEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type AccountGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountGroup'] = ResolversParentTypes['AccountGroup']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['AccountGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['AccountMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['AccountMin'], ParentType, ContextType>;
};

export type AccountGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountGroupKeys'] = ResolversParentTypes['AccountGroupKeys']> = {
  accountType?: Resolver<Types.Maybe<ResolversTypes['AccountType']>, ParentType, ContextType>;
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  code?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companies?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nonTrade?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reconcile?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AccountGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountGroupPage'] = ResolversParentTypes['AccountGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['AccountGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AccountMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountMax'] = ResolversParentTypes['AccountMax']> = {
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AccountMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountMin'] = ResolversParentTypes['AccountMin']> = {
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AddCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddCommentPayload'] = ResolversParentTypes['AddCommentPayload']> = {
  comment?: Resolver<Types.Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddDatabaseColumnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddDatabaseColumnPayload'] = ResolversParentTypes['AddDatabaseColumnPayload']> = {
  column?: Resolver<Types.Maybe<ResolversTypes['DatabaseColumn']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddRelationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddRelationPayload'] = ResolversParentTypes['AddRelationPayload']> = {
  relation?: Resolver<Types.Maybe<ResolversTypes['Relation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AppendRunEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppendRunEventPayload'] = ResolversParentTypes['AppendRunEventPayload']> = {
  event?: Resolver<Types.Maybe<ResolversTypes['RunEvent']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ApplyBlockOperationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyBlockOperationsPayload'] = ResolversParentTypes['ApplyBlockOperationsPayload']> = {
  blocks?: Resolver<Types.Maybe<Array<ResolversTypes['Block']>>, ParentType, ContextType>;
  created?: Resolver<Types.Maybe<Array<ResolversTypes['CreatedBlock']>>, ParentType, ContextType>;
  deletedBlockIds?: Resolver<Types.Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  version?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ApprovalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Approval'] = ResolversParentTypes['Approval']> = {
  build?: Resolver<Types.Maybe<ResolversTypes['Build']>, ParentType, ContextType>;
  comment?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deployments?: Resolver<Types.Maybe<ResolversTypes['DeploymentConnection']>, ParentType, ContextType, Partial<Types.ApprovalDeploymentsArgs>>;
  environment?: Resolver<Types.Maybe<ResolversTypes['Environment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['DeliveryProject']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApprovalStatus'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApprovalConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApprovalConnection'] = ResolversParentTypes['ApprovalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApprovalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Approval']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApprovalEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApprovalEdge'] = ResolversParentTypes['ApprovalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Approval'], ParentType, ContextType>;
};

export type ArchiveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Archive'] = ResolversParentTypes['Archive']> = {
  approvalId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  digest?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  leftAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partitionName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rowCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  size?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verifiedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArchiveConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveConnection'] = ResolversParentTypes['ArchiveConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ArchiveEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Archive']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArchiveDatabasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveDatabasePayload'] = ResolversParentTypes['ArchiveDatabasePayload']> = {
  database?: Resolver<Types.Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ArchiveEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveEdge'] = ResolversParentTypes['ArchiveEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Archive'], ParentType, ContextType>;
};

export type ArchivePagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchivePagePayload'] = ResolversParentTypes['ArchivePagePayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ArchiveSpacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveSpacePayload'] = ResolversParentTypes['ArchiveSpacePayload']> = {
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ArtifactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Artifact'] = ResolversParentTypes['Artifact']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  digest?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  size?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  uri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArtifactConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArtifactConnection'] = ResolversParentTypes['ArtifactConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ArtifactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Artifact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArtifactEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArtifactEdge'] = ResolversParentTypes['ArtifactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
};

export type AttachmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment']> = {
  block?: Resolver<Types.Maybe<ResolversTypes['Block']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['ByteCount'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AttachmentStatus'], ParentType, ContextType>;
  url?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AttachmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttachmentConnection'] = ResolversParentTypes['AttachmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AttachmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AttachmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttachmentEdge'] = ResolversParentTypes['AttachmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Attachment'], ParentType, ContextType>;
};

export type BackupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Backup'] = ResolversParentTypes['Backup']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  database?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['BackupKind'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verifiedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BackupConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BackupConnection'] = ResolversParentTypes['BackupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BackupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Backup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BackupEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BackupEdge'] = ResolversParentTypes['BackupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Backup'], ParentType, ContextType>;
};

export type BinItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BinItem'] = ResolversParentTypes['BinItem']> = {
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  deletedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedBy?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  entry?: Resolver<Types.Maybe<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HistoryKind'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BinItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BinItemConnection'] = ResolversParentTypes['BinItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BinItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BinItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BinItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BinItemEdge'] = ResolversParentTypes['BinItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BinItem'], ParentType, ContextType>;
};

export type BirFilingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFiling'] = ResolversParentTypes['BirFiling']> = {
  amountDue?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountPaid?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  filedDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  formType?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  paidDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  penaltyAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  periodEnd?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  periodStart?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['BirFilingState']>, ParentType, ContextType>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BirFilingAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFilingAvg'] = ResolversParentTypes['BirFilingAvg']> = {
  amountDue?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountPaid?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  penaltyAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type BirFilingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFilingConnection'] = ResolversParentTypes['BirFilingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BirFilingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BirFiling']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BirFilingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFilingEdge'] = ResolversParentTypes['BirFilingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BirFiling'], ParentType, ContextType>;
};

export type BirFilingGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFilingGroup'] = ResolversParentTypes['BirFilingGroup']> = {
  avg?: Resolver<ResolversTypes['BirFilingAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['BirFilingGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['BirFilingMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['BirFilingMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['BirFilingSum'], ParentType, ContextType>;
};

export type BirFilingGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFilingGroupKeys'] = ResolversParentTypes['BirFilingGroupKeys']> = {
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  dueDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  filedDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  formType?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paidDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  periodEnd?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  periodStart?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['BirFilingState']>, ParentType, ContextType>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BirFilingGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFilingGroupPage'] = ResolversParentTypes['BirFilingGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['BirFilingGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BirFilingMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFilingMax'] = ResolversParentTypes['BirFilingMax']> = {
  amountDue?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountPaid?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dueDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  filedDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  paidDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  penaltyAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  periodEnd?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  periodStart?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BirFilingMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFilingMin'] = ResolversParentTypes['BirFilingMin']> = {
  amountDue?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountPaid?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dueDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  filedDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  paidDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  penaltyAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  periodEnd?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  periodStart?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BirFilingSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BirFilingSum'] = ResolversParentTypes['BirFilingSum']> = {
  amountDue?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountPaid?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  penaltyAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type BlockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Block'] = ResolversParentTypes['Block']> = {
  children?: Resolver<Types.Maybe<ResolversTypes['BlockConnection']>, ParentType, ContextType, Partial<Types.BlockChildrenArgs>>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Block']>, ParentType, ContextType>;
  parentId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['BlockType'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockConnection'] = ResolversParentTypes['BlockConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BlockEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Block']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BlockEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockEdge'] = ResolversParentTypes['BlockEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Block'], ParentType, ContextType>;
};

export type BreadcrumbResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Breadcrumb'] = ResolversParentTypes['Breadcrumb']> = {
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BreadcrumbConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BreadcrumbConnection'] = ResolversParentTypes['BreadcrumbConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BreadcrumbEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Breadcrumb']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BreadcrumbEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BreadcrumbEdge'] = ResolversParentTypes['BreadcrumbEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Breadcrumb'], ParentType, ContextType>;
};

export type BuildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Build'] = ResolversParentTypes['Build']> = {
  approvals?: Resolver<Types.Maybe<ResolversTypes['ApprovalConnection']>, ParentType, ContextType, Partial<Types.BuildApprovalsArgs>>;
  branch?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deployments?: Resolver<Types.Maybe<ResolversTypes['DeploymentConnection']>, ParentType, ContextType, Partial<Types.BuildDeploymentsArgs>>;
  gitSha?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageDigest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lockHashes?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['DeliveryProject']>, ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BuildConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuildConnection'] = ResolversParentTypes['BuildConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BuildEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Build']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BuildEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuildEdge'] = ResolversParentTypes['BuildEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Build'], ParentType, ContextType>;
};

export interface ByteCountScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ByteCount'], any> {
  name: 'ByteCount';
}

export type CalledFunctionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalledFunction'] = ResolversParentTypes['CalledFunction']> = {
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CancelRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelRunPayload'] = ResolversParentTypes['CancelRunPayload']> = {
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CellGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CellGroup'] = ResolversParentTypes['CellGroup']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  key?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  sum?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type CellGroupsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CellGroups'] = ResolversParentTypes['CellGroups']> = {
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CellGroup']>, ParentType, ContextType>;
};

export type ChangePermissionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePermissionPayload'] = ResolversParentTypes['ChangePermissionPayload']> = {
  permission?: Resolver<Types.Maybe<ResolversTypes['Permission']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeSpaceLanguagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeSpaceLanguagePayload'] = ResolversParentTypes['ChangeSpaceLanguagePayload']> = {
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passage?: Resolver<ResolversTypes['Passage'], ParentType, ContextType>;
};

export type ClaimRunsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimRunsPayload'] = ResolversParentTypes['ClaimRunsPayload']> = {
  runs?: Resolver<Types.Maybe<Array<ResolversTypes['Run']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment']> = {
  authorId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  block?: Resolver<Types.Maybe<ResolversTypes['Block']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  editedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  parentId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  replies?: Resolver<Types.Maybe<ResolversTypes['CommentConnection']>, ParentType, ContextType, Partial<Types.CommentRepliesArgs>>;
  resolvedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolvedBy?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentConnection'] = ResolversParentTypes['CommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentEdge'] = ResolversParentTypes['CommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  branches?: Resolver<Types.Maybe<ResolversTypes['CompanyConnection']>, ParentType, ContextType, Partial<Types.CompanyBranchesArgs>>;
  city?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyRegistry?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Types.Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fiscalCountry?: Resolver<Types.Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  fiscalyearLastDay?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fiscalyearLastMonth?: Resolver<Types.Maybe<ResolversTypes['FiscalMonth']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  street?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  users?: Resolver<Types.Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<Types.CompanyUsersArgs>>;
  vat?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  zip?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompanyAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyAvg'] = ResolversParentTypes['CompanyAvg']> = {
  fiscalyearLastDay?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type CompanyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyConnection'] = ResolversParentTypes['CompanyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CompanyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Company']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CompanyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyEdge'] = ResolversParentTypes['CompanyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
};

export type CompanyGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyGroup'] = ResolversParentTypes['CompanyGroup']> = {
  avg?: Resolver<ResolversTypes['CompanyAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['CompanyGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['CompanyMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['CompanyMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['CompanySum'], ParentType, ContextType>;
};

export type CompanyGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyGroupKeys'] = ResolversParentTypes['CompanyGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  companyRegistry?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fiscalCountry?: Resolver<Types.Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  fiscalyearLastMonth?: Resolver<Types.Maybe<ResolversTypes['FiscalMonth']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  users?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  vat?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CompanyGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyGroupPage'] = ResolversParentTypes['CompanyGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['CompanyGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CompanyMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyMax'] = ResolversParentTypes['CompanyMax']> = {
  fiscalyearLastDay?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CompanyMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyMin'] = ResolversParentTypes['CompanyMin']> = {
  fiscalyearLastDay?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CompanySumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanySum'] = ResolversParentTypes['CompanySum']> = {
  fiscalyearLastDay?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ConfirmAttachmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmAttachmentPayload'] = ResolversParentTypes['ConfirmAttachmentPayload']> = {
  attachment?: Resolver<Types.Maybe<ResolversTypes['Attachment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CountryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Country'] = ResolversParentTypes['Country']> = {
  code?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  phoneCode?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  vatLabel?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountryAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryAvg'] = ResolversParentTypes['CountryAvg']> = {
  phoneCode?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type CountryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryConnection'] = ResolversParentTypes['CountryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CountryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Country']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CountryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryEdge'] = ResolversParentTypes['CountryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Country'], ParentType, ContextType>;
};

export type CountryGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryGroup'] = ResolversParentTypes['CountryGroup']> = {
  avg?: Resolver<ResolversTypes['CountryAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['CountryGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['CountryMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['CountryMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['CountrySum'], ParentType, ContextType>;
};

export type CountryGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryGroupKeys'] = ResolversParentTypes['CountryGroupKeys']> = {
  code?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vatLabel?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CountryGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryGroupPage'] = ResolversParentTypes['CountryGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['CountryGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CountryMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryMax'] = ResolversParentTypes['CountryMax']> = {
  phoneCode?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CountryMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryMin'] = ResolversParentTypes['CountryMin']> = {
  phoneCode?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CountrySumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountrySum'] = ResolversParentTypes['CountrySum']> = {
  phoneCode?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type CreateAttachmentUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateAttachmentUploadPayload'] = ResolversParentTypes['CreateAttachmentUploadPayload']> = {
  attachment?: Resolver<Types.Maybe<ResolversTypes['Attachment']>, ParentType, ContextType>;
  uploadUrl?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateDatabasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateDatabasePayload'] = ResolversParentTypes['CreateDatabasePayload']> = {
  database?: Resolver<Types.Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreatePagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePagePayload'] = ResolversParentTypes['CreatePagePayload']> = {
  leftOut?: Resolver<Types.Maybe<Array<ResolversTypes['LeftOut']>>, ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateSpacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSpacePayload'] = ResolversParentTypes['CreateSpacePayload']> = {
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreatedBlockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatedBlock'] = ResolversParentTypes['CreatedBlock']> = {
  givenId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CurrencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Currency'] = ResolversParentTypes['Currency']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  decimalPlaces?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inverseRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<Types.Maybe<ResolversTypes['CurrencyPosition']>, ParentType, ContextType>;
  rate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  rounding?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  symbol?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CurrencyAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyAvg'] = ResolversParentTypes['CurrencyAvg']> = {
  decimalPlaces?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  rounding?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type CurrencyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyConnection'] = ResolversParentTypes['CurrencyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CurrencyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Currency']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CurrencyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyEdge'] = ResolversParentTypes['CurrencyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type CurrencyGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyGroup'] = ResolversParentTypes['CurrencyGroup']> = {
  avg?: Resolver<ResolversTypes['CurrencyAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['CurrencyGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['CurrencyMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['CurrencyMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['CurrencySum'], ParentType, ContextType>;
};

export type CurrencyGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyGroupKeys'] = ResolversParentTypes['CurrencyGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  fullName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Types.Maybe<ResolversTypes['CurrencyPosition']>, ParentType, ContextType>;
  symbol?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CurrencyGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyGroupPage'] = ResolversParentTypes['CurrencyGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['CurrencyGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CurrencyMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyMax'] = ResolversParentTypes['CurrencyMax']> = {
  decimalPlaces?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rounding?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CurrencyMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyMin'] = ResolversParentTypes['CurrencyMin']> = {
  decimalPlaces?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rounding?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CurrencySumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencySum'] = ResolversParentTypes['CurrencySum']> = {
  decimalPlaces?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  rounding?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type DatabaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Database'] = ResolversParentTypes['Database']> = {
  archivedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  columns?: Resolver<Types.Maybe<ResolversTypes['DatabaseColumnConnection']>, ParentType, ContextType, Partial<Types.DatabaseColumnsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  rows?: Resolver<Types.Maybe<ResolversTypes['DatabaseRowConnection']>, ParentType, ContextType, Partial<Types.DatabaseRowsArgs>>;
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatabaseColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseColumn'] = ResolversParentTypes['DatabaseColumn']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  database?: Resolver<Types.Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  options?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['DatabaseColumnType'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatabaseColumnConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseColumnConnection'] = ResolversParentTypes['DatabaseColumnConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DatabaseColumnEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DatabaseColumn']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DatabaseColumnEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseColumnEdge'] = ResolversParentTypes['DatabaseColumnEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DatabaseColumn'], ParentType, ContextType>;
};

export type DatabaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseConnection'] = ResolversParentTypes['DatabaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DatabaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Database']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DatabaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseEdge'] = ResolversParentTypes['DatabaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Database'], ParentType, ContextType>;
};

export type DatabaseRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseRow'] = ResolversParentTypes['DatabaseRow']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  database?: Resolver<Types.Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatabaseRowConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseRowConnection'] = ResolversParentTypes['DatabaseRowConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DatabaseRowEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DatabaseRow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DatabaseRowEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseRowEdge'] = ResolversParentTypes['DatabaseRowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DatabaseRow'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecideApprovalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideApprovalPayload'] = ResolversParentTypes['DecideApprovalPayload']> = {
  approval?: Resolver<Types.Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteAttachmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAttachmentPayload'] = ResolversParentTypes['DeleteAttachmentPayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCommentPayload'] = ResolversParentTypes['DeleteCommentPayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteDatabaseRowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteDatabaseRowPayload'] = ResolversParentTypes['DeleteDatabaseRowPayload']> = {
  database?: Resolver<Types.Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteSchedulePayload'] = ResolversParentTypes['DeleteSchedulePayload']> = {
  scheduleId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteTemplatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTemplatePayload'] = ResolversParentTypes['DeleteTemplatePayload']> = {
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeliveryProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryProject'] = ResolversParentTypes['DeliveryProject']> = {
  approvals?: Resolver<Types.Maybe<ResolversTypes['ApprovalConnection']>, ParentType, ContextType, Partial<Types.DeliveryProjectApprovalsArgs>>;
  builds?: Resolver<Types.Maybe<ResolversTypes['BuildConnection']>, ParentType, ContextType, Partial<Types.DeliveryProjectBuildsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deployments?: Resolver<Types.Maybe<ResolversTypes['DeploymentConnection']>, ParentType, ContextType, Partial<Types.DeliveryProjectDeploymentsArgs>>;
  environments?: Resolver<Types.Maybe<ResolversTypes['EnvironmentConnection']>, ParentType, ContextType, Partial<Types.DeliveryProjectEnvironmentsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Types.Maybe<ResolversTypes['ProjectMemberConnection']>, ParentType, ContextType, Partial<Types.DeliveryProjectMembersArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryProjectConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryProjectConnection'] = ResolversParentTypes['DeliveryProjectConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeliveryProjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeliveryProject']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeliveryProjectEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryProjectEdge'] = ResolversParentTypes['DeliveryProjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeliveryProject'], ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  children?: Resolver<Types.Maybe<ResolversTypes['DepartmentConnection']>, ParentType, ContextType, Partial<Types.DepartmentChildrenArgs>>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  completeName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  members?: Resolver<Types.Maybe<ResolversTypes['EmployeeConnection']>, ParentType, ContextType, Partial<Types.DepartmentMembersArgs>>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  totalEmployee?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DepartmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentConnection'] = ResolversParentTypes['DepartmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DepartmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Department']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DepartmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentEdge'] = ResolversParentTypes['DepartmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export type DepartmentGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentGroup'] = ResolversParentTypes['DepartmentGroup']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['DepartmentGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['DepartmentMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['DepartmentMin'], ParentType, ContextType>;
};

export type DepartmentGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentGroupKeys'] = ResolversParentTypes['DepartmentGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DepartmentGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentGroupPage'] = ResolversParentTypes['DepartmentGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['DepartmentGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DepartmentMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentMax'] = ResolversParentTypes['DepartmentMax']> = {
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DepartmentMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentMin'] = ResolversParentTypes['DepartmentMin']> = {
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DeploymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deployment'] = ResolversParentTypes['Deployment']> = {
  approval?: Resolver<Types.Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  build?: Resolver<Types.Maybe<ResolversTypes['Build']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  environment?: Resolver<Types.Maybe<ResolversTypes['Environment']>, ParentType, ContextType>;
  finishedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idempotencyKey?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['DeliveryProject']>, ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeploymentStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeploymentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeploymentConnection'] = ResolversParentTypes['DeploymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeploymentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Deployment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeploymentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeploymentEdge'] = ResolversParentTypes['DeploymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Deployment'], ParentType, ContextType>;
};

export type DocsAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocsAnswer'] = ResolversParentTypes['DocsAnswer']> = {
  answer?: Resolver<Types.Maybe<ResolversTypes['WrittenAnswer']>, ParentType, ContextType>;
  index?: Resolver<Types.Maybe<ResolversTypes['SearchIndexState']>, ParentType, ContextType>;
  insufficientEvidence?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isKeywordOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  passages?: Resolver<Array<ResolversTypes['Passage']>, ParentType, ContextType>;
};

export type DocsAnswerEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocsAnswerEvent'] = ResolversParentTypes['DocsAnswerEvent']> = {
  answer?: Resolver<Types.Maybe<ResolversTypes['WrittenAnswer']>, ParentType, ContextType>;
  delta?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  index?: Resolver<Types.Maybe<ResolversTypes['SearchIndexState']>, ParentType, ContextType>;
  insufficientEvidence?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isEnd?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isKeywordOnly?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  passages?: Resolver<Types.Maybe<Array<ResolversTypes['Passage']>>, ParentType, ContextType>;
};

export type DoctrineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Doctrine'] = ResolversParentTypes['Doctrine']> = {
  agents?: Resolver<Array<ResolversTypes['DoctrineAgent']>, ParentType, ContextType>;
  surfaces?: Resolver<Array<ResolversTypes['DoctrineSurface']>, ParentType, ContextType>;
};

export type DoctrineAgentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctrineAgent'] = ResolversParentTypes['DoctrineAgent']> = {
  actsForUsers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  constraints?: Resolver<Array<ResolversTypes['DoctrineConstraint']>, ParentType, ContextType>;
  executes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  limits?: Resolver<Array<ResolversTypes['DoctrineLimit']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reads?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writesOdoo?: Resolver<Array<ResolversTypes['DoctrineOdooWrite']>, ParentType, ContextType>;
};

export type DoctrineConstraintResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctrineConstraint'] = ResolversParentTypes['DoctrineConstraint']> = {
  argument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  only?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DoctrineLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctrineLimit'] = ResolversParentTypes['DoctrineLimit']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  per?: Resolver<ResolversTypes['DoctrinePeriod'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DoctrineOdooWriteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctrineOdooWrite'] = ResolversParentTypes['DoctrineOdooWrite']> = {
  methods?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DoctrineSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctrineSource'] = ResolversParentTypes['DoctrineSource']> = {
  appendOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maintainedBy?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  neverDeleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  readers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DoctrineSurfaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctrineSurface'] = ResolversParentTypes['DoctrineSurface']> = {
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owns?: Resolver<Array<ResolversTypes['DoctrineSource']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DoctrineWriterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctrineWriter'] = ResolversParentTypes['DoctrineWriter']> = {
  how?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DuplicatePagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DuplicatePagePayload'] = ResolversParentTypes['DuplicatePagePayload']> = {
  leftOut?: Resolver<Types.Maybe<Array<ResolversTypes['LeftOut']>>, ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EditCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditCommentPayload'] = ResolversParentTypes['EditCommentPayload']> = {
  comment?: Resolver<Types.Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmployeeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  coach?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  department?: Resolver<Types.Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employeeType?: Resolver<Types.Maybe<ResolversTypes['EmployeeType']>, ParentType, ContextType>;
  expenseManager?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  hourlyCost?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobTitle?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  mobilePhone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subordinates?: Resolver<Types.Maybe<ResolversTypes['EmployeeConnection']>, ParentType, ContextType, Partial<Types.EmployeeSubordinatesArgs>>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  workContact?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  workEmail?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workPhone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployeeAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmployeeAvg'] = ResolversParentTypes['EmployeeAvg']> = {
  hourlyCost?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type EmployeeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmployeeConnection'] = ResolversParentTypes['EmployeeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EmployeeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Employee']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmployeeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmployeeEdge'] = ResolversParentTypes['EmployeeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
};

export type EmployeeGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmployeeGroup'] = ResolversParentTypes['EmployeeGroup']> = {
  avg?: Resolver<ResolversTypes['EmployeeAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['EmployeeGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['EmployeeMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['EmployeeMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['EmployeeSum'], ParentType, ContextType>;
};

export type EmployeeGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmployeeGroupKeys'] = ResolversParentTypes['EmployeeGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  coach?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  department?: Resolver<Types.Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  employeeType?: Resolver<Types.Maybe<ResolversTypes['EmployeeType']>, ParentType, ContextType>;
  expenseManager?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  jobTitle?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  mobilePhone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  workContact?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  workEmail?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workPhone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EmployeeGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmployeeGroupPage'] = ResolversParentTypes['EmployeeGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['EmployeeGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type EmployeeMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmployeeMax'] = ResolversParentTypes['EmployeeMax']> = {
  hourlyCost?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EmployeeMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmployeeMin'] = ResolversParentTypes['EmployeeMin']> = {
  hourlyCost?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EmployeeSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmployeeSum'] = ResolversParentTypes['EmployeeSum']> = {
  hourlyCost?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type EnqueueRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnqueueRunPayload'] = ResolversParentTypes['EnqueueRunPayload']> = {
  created?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnvironmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Environment'] = ResolversParentTypes['Environment']> = {
  approvals?: Resolver<Types.Maybe<ResolversTypes['ApprovalConnection']>, ParentType, ContextType, Partial<Types.EnvironmentApprovalsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deployments?: Resolver<Types.Maybe<ResolversTypes['DeploymentConnection']>, ParentType, ContextType, Partial<Types.EnvironmentDeploymentsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['EnvironmentName'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['DeliveryProject']>, ParentType, ContextType>;
  requiresApproval?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnvironmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnvironmentConnection'] = ResolversParentTypes['EnvironmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnvironmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Environment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnvironmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnvironmentEdge'] = ResolversParentTypes['EnvironmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Environment'], ParentType, ContextType>;
};

export type ExpenseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Expense'] = ResolversParentTypes['Expense']> = {
  account?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  approvalDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvalState?: Resolver<Types.Maybe<ResolversTypes['ExpenseApprovalState']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  department?: Resolver<Types.Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  paymentMode?: Resolver<Types.Maybe<ResolversTypes['ExpensePaymentMode']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  product?: Resolver<Types.Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['ExpenseState']>, ParentType, ContextType>;
  taxAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  untaxedAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  vendor?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExpenseAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpenseAvg'] = ResolversParentTypes['ExpenseAvg']> = {
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ExpenseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpenseConnection'] = ResolversParentTypes['ExpenseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExpenseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Expense']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExpenseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpenseEdge'] = ResolversParentTypes['ExpenseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Expense'], ParentType, ContextType>;
};

export type ExpenseGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpenseGroup'] = ResolversParentTypes['ExpenseGroup']> = {
  avg?: Resolver<ResolversTypes['ExpenseAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['ExpenseGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['ExpenseMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['ExpenseMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['ExpenseSum'], ParentType, ContextType>;
};

export type ExpenseGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpenseGroupKeys'] = ResolversParentTypes['ExpenseGroupKeys']> = {
  account?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  approvalDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvalState?: Resolver<Types.Maybe<ResolversTypes['ExpenseApprovalState']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  department?: Resolver<Types.Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentMode?: Resolver<Types.Maybe<ResolversTypes['ExpensePaymentMode']>, ParentType, ContextType>;
  product?: Resolver<Types.Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['ExpenseState']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  vendor?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ExpenseGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpenseGroupPage'] = ResolversParentTypes['ExpenseGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['ExpenseGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ExpenseMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpenseMax'] = ResolversParentTypes['ExpenseMax']> = {
  approvalDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ExpenseMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpenseMin'] = ResolversParentTypes['ExpenseMin']> = {
  approvalDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ExpenseSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpenseSum'] = ResolversParentTypes['ExpenseSum']> = {
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type GrantPermissionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantPermissionPayload'] = ResolversParentTypes['GrantPermissionPayload']> = {
  permission?: Resolver<Types.Maybe<ResolversTypes['Permission']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HeartbeatRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeartbeatRunPayload'] = ResolversParentTypes['HeartbeatRunPayload']> = {
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HistoryChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryChange'] = ResolversParentTypes['HistoryChange']> = {
  before?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entry?: Resolver<Types.Maybe<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HistoryKind'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['HistoryOperation'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HistoryChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryChangeConnection'] = ResolversParentTypes['HistoryChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HistoryChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['HistoryChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HistoryChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryChangeEdge'] = ResolversParentTypes['HistoryChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HistoryChange'], ParentType, ContextType>;
};

export type HistoryEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryEntry'] = ResolversParentTypes['HistoryEntry']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  changes?: Resolver<Types.Maybe<ResolversTypes['HistoryChangeConnection']>, ParentType, ContextType, Partial<Types.HistoryEntryChangesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isVersion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  restoredVersion?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HistoryEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryEntryConnection'] = ResolversParentTypes['HistoryEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HistoryEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HistoryEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryEntryEdge'] = ResolversParentTypes['HistoryEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HistoryEntry'], ParentType, ContextType>;
};

export type IndexQueueEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IndexQueueEntry'] = ResolversParentTypes['IndexQueueEntry']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  claimedBy?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  claimedUntil?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deadAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enqueuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastError?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['IndexOperation'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IndexQueueEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IndexQueueEntryConnection'] = ResolversParentTypes['IndexQueueEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IndexQueueEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['IndexQueueEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IndexQueueEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IndexQueueEntryEdge'] = ResolversParentTypes['IndexQueueEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IndexQueueEntry'], ParentType, ContextType>;
};

export type InsertDatabaseRowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsertDatabaseRowPayload'] = ResolversParentTypes['InsertDatabaseRowPayload']> = {
  row?: Resolver<Types.Maybe<ResolversTypes['DatabaseRow']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type InsertDatabaseRowsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsertDatabaseRowsPayload'] = ResolversParentTypes['InsertDatabaseRowsPayload']> = {
  rows?: Resolver<Types.Maybe<Array<ResolversTypes['DatabaseRow']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JournalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Journal'] = ResolversParentTypes['Journal']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  code?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  defaultAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entriesCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lossAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  profitAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suspenseAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['JournalType']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JournalAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JournalAvg'] = ResolversParentTypes['JournalAvg']> = {
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type JournalConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JournalConnection'] = ResolversParentTypes['JournalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['JournalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Journal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JournalEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JournalEdge'] = ResolversParentTypes['JournalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Journal'], ParentType, ContextType>;
};

export type JournalGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JournalGroup'] = ResolversParentTypes['JournalGroup']> = {
  avg?: Resolver<ResolversTypes['JournalAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['JournalGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['JournalMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['JournalMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['JournalSum'], ParentType, ContextType>;
};

export type JournalGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JournalGroupKeys'] = ResolversParentTypes['JournalGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  code?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  defaultAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  lossAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  profitAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  suspenseAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['JournalType']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type JournalGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JournalGroupPage'] = ResolversParentTypes['JournalGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['JournalGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type JournalMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JournalMax'] = ResolversParentTypes['JournalMax']> = {
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type JournalMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JournalMin'] = ResolversParentTypes['JournalMin']> = {
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type JournalSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JournalSum'] = ResolversParentTypes['JournalSum']> = {
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type LedgerVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerVerification'] = ResolversParentTypes['LedgerVerification']> = {
  brokenSeq?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstSeq?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problem?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LeftOutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeftOut'] = ResolversParentTypes['LeftOut']> = {
  kind?: Resolver<ResolversTypes['LeftOutKind'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LinkOdooRecordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkOdooRecordPayload'] = ResolversParentTypes['LinkOdooRecordPayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LinkOdooUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkOdooUserPayload'] = ResolversParentTypes['LinkOdooUserPayload']> = {
  link?: Resolver<Types.Maybe<ResolversTypes['OdooUserLink']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkRunFinishedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkRunFinishedPayload'] = ResolversParentTypes['MarkRunFinishedPayload']> = {
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkRunRunningPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkRunRunningPayload'] = ResolversParentTypes['MarkRunRunningPayload']> = {
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MoveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Move'] = ResolversParentTypes['Move']> = {
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxedSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  checked?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  commercialPartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliveryDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expenses?: Resolver<Types.Maybe<ResolversTypes['ExpenseConnection']>, ParentType, ContextType, Partial<Types.MoveExpensesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  invoiceDateDue?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  invoiceLines?: Resolver<Types.Maybe<ResolversTypes['MoveLineConnection']>, ParentType, ContextType, Partial<Types.MoveInvoiceLinesArgs>>;
  invoiceOrigin?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isMoveSent?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  journal?: Resolver<Types.Maybe<ResolversTypes['Journal']>, ParentType, ContextType>;
  lines?: Resolver<Types.Maybe<ResolversTypes['MoveLineConnection']>, ParentType, ContextType, Partial<Types.MoveLinesArgs>>;
  matchedPayments?: Resolver<Types.Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, Partial<Types.MoveMatchedPaymentsArgs>>;
  moveType?: Resolver<Types.Maybe<ResolversTypes['MoveType']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  narration?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pages?: Resolver<Types.Maybe<ResolversTypes['PageConnection']>, ParentType, ContextType, Partial<Types.MovePagesArgs>>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  payment?: Resolver<Types.Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  paymentReference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentState?: Resolver<Types.Maybe<ResolversTypes['MovePaymentState']>, ParentType, ContextType>;
  ref?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversals?: Resolver<Types.Maybe<ResolversTypes['MoveConnection']>, ParentType, ContextType, Partial<Types.MoveReversalsArgs>>;
  reversedEntry?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  salesperson?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  shippingPartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['MoveState']>, ParentType, ContextType>;
  timesheets?: Resolver<Types.Maybe<ResolversTypes['TimesheetConnection']>, ParentType, ContextType, Partial<Types.MoveTimesheetsArgs>>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoveAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveAvg'] = ResolversParentTypes['MoveAvg']> = {
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxedSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type MoveConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveConnection'] = ResolversParentTypes['MoveConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MoveEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Move']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoveEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveEdge'] = ResolversParentTypes['MoveEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Move'], ParentType, ContextType>;
};

export type MoveGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveGroup'] = ResolversParentTypes['MoveGroup']> = {
  avg?: Resolver<ResolversTypes['MoveAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['MoveGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['MoveMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['MoveMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['MoveSum'], ParentType, ContextType>;
};

export type MoveGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveGroupKeys'] = ResolversParentTypes['MoveGroupKeys']> = {
  checked?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  commercialPartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliveryDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  invoiceDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  invoiceDateDue?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  invoiceOrigin?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isMoveSent?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  journal?: Resolver<Types.Maybe<ResolversTypes['Journal']>, ParentType, ContextType>;
  matchedPayments?: Resolver<Types.Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  moveType?: Resolver<Types.Maybe<ResolversTypes['MoveType']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  narration?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  payment?: Resolver<Types.Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  paymentReference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentState?: Resolver<Types.Maybe<ResolversTypes['MovePaymentState']>, ParentType, ContextType>;
  ref?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversedEntry?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  salesperson?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  shippingPartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['MoveState']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MoveGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveGroupPage'] = ResolversParentTypes['MoveGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['MoveGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MoveLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLine'] = ResolversParentTypes['MoveLine']> = {
  account?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  amountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  analyticDistribution?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  balance?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  credit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dateMaturity?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  debit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayType?: Resolver<Types.Maybe<ResolversTypes['MoveLineDisplayType']>, ParentType, ContextType>;
  expense?: Resolver<Types.Maybe<ResolversTypes['Expense']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  journal?: Resolver<Types.Maybe<ResolversTypes['Journal']>, ParentType, ContextType>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  moveName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  payment?: Resolver<Types.Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  product?: Resolver<Types.Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  purchaseOrderLine?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderLine']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  reconciled?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  ref?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  saleOrderLines?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLineConnection']>, ParentType, ContextType, Partial<Types.MoveLineSaleOrderLinesArgs>>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['MoveState']>, ParentType, ContextType>;
  taxBaseAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxLine?: Resolver<Types.Maybe<ResolversTypes['Tax']>, ParentType, ContextType>;
  taxes?: Resolver<Types.Maybe<ResolversTypes['TaxConnection']>, ParentType, ContextType, Partial<Types.MoveLineTaxesArgs>>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoveLineAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLineAvg'] = ResolversParentTypes['MoveLineAvg']> = {
  amountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  balance?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  credit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  debit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxBaseAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type MoveLineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLineConnection'] = ResolversParentTypes['MoveLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MoveLineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MoveLine']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoveLineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLineEdge'] = ResolversParentTypes['MoveLineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MoveLine'], ParentType, ContextType>;
};

export type MoveLineGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLineGroup'] = ResolversParentTypes['MoveLineGroup']> = {
  avg?: Resolver<ResolversTypes['MoveLineAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['MoveLineGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['MoveLineMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['MoveLineMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['MoveLineSum'], ParentType, ContextType>;
};

export type MoveLineGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLineGroupKeys'] = ResolversParentTypes['MoveLineGroupKeys']> = {
  account?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dateMaturity?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  displayType?: Resolver<Types.Maybe<ResolversTypes['MoveLineDisplayType']>, ParentType, ContextType>;
  expense?: Resolver<Types.Maybe<ResolversTypes['Expense']>, ParentType, ContextType>;
  journal?: Resolver<Types.Maybe<ResolversTypes['Journal']>, ParentType, ContextType>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  moveName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  payment?: Resolver<Types.Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  product?: Resolver<Types.Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  purchaseOrderLine?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderLine']>, ParentType, ContextType>;
  reconciled?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  ref?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  saleOrderLines?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['MoveState']>, ParentType, ContextType>;
  taxLine?: Resolver<Types.Maybe<ResolversTypes['Tax']>, ParentType, ContextType>;
  taxes?: Resolver<Types.Maybe<ResolversTypes['Tax']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MoveLineGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLineGroupPage'] = ResolversParentTypes['MoveLineGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['MoveLineGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MoveLineMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLineMax'] = ResolversParentTypes['MoveLineMax']> = {
  amountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  balance?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  credit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dateMaturity?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  debit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  taxBaseAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MoveLineMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLineMin'] = ResolversParentTypes['MoveLineMin']> = {
  amountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  balance?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  credit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dateMaturity?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  debit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  taxBaseAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MoveLineSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLineSum'] = ResolversParentTypes['MoveLineSum']> = {
  amountCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualCurrency?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  balance?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  credit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  debit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxBaseAmount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type MoveMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveMax'] = ResolversParentTypes['MoveMax']> = {
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxedSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliveryDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  invoiceDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  invoiceDateDue?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MoveMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveMin'] = ResolversParentTypes['MoveMin']> = {
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxedSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliveryDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  invoiceDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  invoiceDateDue?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MovePagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovePagePayload'] = ResolversParentTypes['MovePagePayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MoveSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveSum'] = ResolversParentTypes['MoveSum']> = {
  amountResidual?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountResidualSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxedSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addComment?: Resolver<Types.Maybe<ResolversTypes['AddCommentPayload']>, ParentType, ContextType, RequireFields<Types.MutationAddCommentArgs, 'input'>>;
  addDatabaseColumn?: Resolver<Types.Maybe<ResolversTypes['AddDatabaseColumnPayload']>, ParentType, ContextType, RequireFields<Types.MutationAddDatabaseColumnArgs, 'input'>>;
  addRelation?: Resolver<Types.Maybe<ResolversTypes['AddRelationPayload']>, ParentType, ContextType, RequireFields<Types.MutationAddRelationArgs, 'input'>>;
  appendRunEvent?: Resolver<Types.Maybe<ResolversTypes['AppendRunEventPayload']>, ParentType, ContextType, RequireFields<Types.MutationAppendRunEventArgs, 'input'>>;
  applyBlockOperations?: Resolver<Types.Maybe<ResolversTypes['ApplyBlockOperationsPayload']>, ParentType, ContextType, RequireFields<Types.MutationApplyBlockOperationsArgs, 'input'>>;
  archiveDatabase?: Resolver<Types.Maybe<ResolversTypes['ArchiveDatabasePayload']>, ParentType, ContextType, RequireFields<Types.MutationArchiveDatabaseArgs, 'input'>>;
  archivePage?: Resolver<Types.Maybe<ResolversTypes['ArchivePagePayload']>, ParentType, ContextType, RequireFields<Types.MutationArchivePageArgs, 'input'>>;
  archiveSpace?: Resolver<Types.Maybe<ResolversTypes['ArchiveSpacePayload']>, ParentType, ContextType, RequireFields<Types.MutationArchiveSpaceArgs, 'input'>>;
  cancelRun?: Resolver<Types.Maybe<ResolversTypes['CancelRunPayload']>, ParentType, ContextType, RequireFields<Types.MutationCancelRunArgs, 'input'>>;
  changePermission?: Resolver<Types.Maybe<ResolversTypes['ChangePermissionPayload']>, ParentType, ContextType, RequireFields<Types.MutationChangePermissionArgs, 'input'>>;
  changeSpaceLanguage?: Resolver<Types.Maybe<ResolversTypes['ChangeSpaceLanguagePayload']>, ParentType, ContextType, RequireFields<Types.MutationChangeSpaceLanguageArgs, 'input'>>;
  claimRuns?: Resolver<Types.Maybe<ResolversTypes['ClaimRunsPayload']>, ParentType, ContextType, RequireFields<Types.MutationClaimRunsArgs, 'input'>>;
  confirmAttachment?: Resolver<Types.Maybe<ResolversTypes['ConfirmAttachmentPayload']>, ParentType, ContextType, RequireFields<Types.MutationConfirmAttachmentArgs, 'input'>>;
  createAttachmentUpload?: Resolver<Types.Maybe<ResolversTypes['CreateAttachmentUploadPayload']>, ParentType, ContextType, RequireFields<Types.MutationCreateAttachmentUploadArgs, 'input'>>;
  createDatabase?: Resolver<Types.Maybe<ResolversTypes['CreateDatabasePayload']>, ParentType, ContextType, RequireFields<Types.MutationCreateDatabaseArgs, 'input'>>;
  createPage?: Resolver<Types.Maybe<ResolversTypes['CreatePagePayload']>, ParentType, ContextType, RequireFields<Types.MutationCreatePageArgs, 'input'>>;
  createSpace?: Resolver<Types.Maybe<ResolversTypes['CreateSpacePayload']>, ParentType, ContextType, RequireFields<Types.MutationCreateSpaceArgs, 'input'>>;
  decideApproval?: Resolver<Types.Maybe<ResolversTypes['DecideApprovalPayload']>, ParentType, ContextType, RequireFields<Types.MutationDecideApprovalArgs, 'input'>>;
  deleteAttachment?: Resolver<Types.Maybe<ResolversTypes['DeleteAttachmentPayload']>, ParentType, ContextType, RequireFields<Types.MutationDeleteAttachmentArgs, 'input'>>;
  deleteComment?: Resolver<Types.Maybe<ResolversTypes['DeleteCommentPayload']>, ParentType, ContextType, RequireFields<Types.MutationDeleteCommentArgs, 'input'>>;
  deleteDatabaseRow?: Resolver<Types.Maybe<ResolversTypes['DeleteDatabaseRowPayload']>, ParentType, ContextType, RequireFields<Types.MutationDeleteDatabaseRowArgs, 'input'>>;
  deleteSchedule?: Resolver<Types.Maybe<ResolversTypes['DeleteSchedulePayload']>, ParentType, ContextType, RequireFields<Types.MutationDeleteScheduleArgs, 'input'>>;
  deleteTemplate?: Resolver<Types.Maybe<ResolversTypes['DeleteTemplatePayload']>, ParentType, ContextType, RequireFields<Types.MutationDeleteTemplateArgs, 'input'>>;
  duplicatePage?: Resolver<Types.Maybe<ResolversTypes['DuplicatePagePayload']>, ParentType, ContextType, RequireFields<Types.MutationDuplicatePageArgs, 'input'>>;
  editComment?: Resolver<Types.Maybe<ResolversTypes['EditCommentPayload']>, ParentType, ContextType, RequireFields<Types.MutationEditCommentArgs, 'input'>>;
  enqueueRun?: Resolver<Types.Maybe<ResolversTypes['EnqueueRunPayload']>, ParentType, ContextType, RequireFields<Types.MutationEnqueueRunArgs, 'input'>>;
  grantPermission?: Resolver<Types.Maybe<ResolversTypes['GrantPermissionPayload']>, ParentType, ContextType, RequireFields<Types.MutationGrantPermissionArgs, 'input'>>;
  heartbeatRun?: Resolver<Types.Maybe<ResolversTypes['HeartbeatRunPayload']>, ParentType, ContextType, RequireFields<Types.MutationHeartbeatRunArgs, 'input'>>;
  insertDatabaseRow?: Resolver<Types.Maybe<ResolversTypes['InsertDatabaseRowPayload']>, ParentType, ContextType, RequireFields<Types.MutationInsertDatabaseRowArgs, 'input'>>;
  insertDatabaseRows?: Resolver<Types.Maybe<ResolversTypes['InsertDatabaseRowsPayload']>, ParentType, ContextType, RequireFields<Types.MutationInsertDatabaseRowsArgs, 'input'>>;
  linkOdooRecord?: Resolver<Types.Maybe<ResolversTypes['LinkOdooRecordPayload']>, ParentType, ContextType, RequireFields<Types.MutationLinkOdooRecordArgs, 'input'>>;
  linkOdooUser?: Resolver<Types.Maybe<ResolversTypes['LinkOdooUserPayload']>, ParentType, ContextType, RequireFields<Types.MutationLinkOdooUserArgs, 'input'>>;
  markRunFinished?: Resolver<Types.Maybe<ResolversTypes['MarkRunFinishedPayload']>, ParentType, ContextType, RequireFields<Types.MutationMarkRunFinishedArgs, 'input'>>;
  markRunRunning?: Resolver<Types.Maybe<ResolversTypes['MarkRunRunningPayload']>, ParentType, ContextType, RequireFields<Types.MutationMarkRunRunningArgs, 'input'>>;
  movePage?: Resolver<Types.Maybe<ResolversTypes['MovePagePayload']>, ParentType, ContextType, RequireFields<Types.MutationMovePageArgs, 'input'>>;
  pauseSchedule?: Resolver<Types.Maybe<ResolversTypes['PauseSchedulePayload']>, ParentType, ContextType, RequireFields<Types.MutationPauseScheduleArgs, 'input'>>;
  recordArtifact?: Resolver<Types.Maybe<ResolversTypes['RecordArtifactPayload']>, ParentType, ContextType, RequireFields<Types.MutationRecordArtifactArgs, 'input'>>;
  recordBackup?: Resolver<Types.Maybe<ResolversTypes['RecordBackupPayload']>, ParentType, ContextType, RequireFields<Types.MutationRecordBackupArgs, 'input'>>;
  recordBuild?: Resolver<Types.Maybe<ResolversTypes['RecordBuildPayload']>, ParentType, ContextType, RequireFields<Types.MutationRecordBuildArgs, 'input'>>;
  recordDeployment?: Resolver<Types.Maybe<ResolversTypes['RecordDeploymentPayload']>, ParentType, ContextType, RequireFields<Types.MutationRecordDeploymentArgs, 'input'>>;
  removeDatabaseColumn?: Resolver<Types.Maybe<ResolversTypes['RemoveDatabaseColumnPayload']>, ParentType, ContextType, RequireFields<Types.MutationRemoveDatabaseColumnArgs, 'input'>>;
  removeRelation?: Resolver<Types.Maybe<ResolversTypes['RemoveRelationPayload']>, ParentType, ContextType, RequireFields<Types.MutationRemoveRelationArgs, 'input'>>;
  renameDatabase?: Resolver<Types.Maybe<ResolversTypes['RenameDatabasePayload']>, ParentType, ContextType, RequireFields<Types.MutationRenameDatabaseArgs, 'input'>>;
  renameDatabaseChoice?: Resolver<Types.Maybe<ResolversTypes['RenameDatabaseChoicePayload']>, ParentType, ContextType, RequireFields<Types.MutationRenameDatabaseChoiceArgs, 'input'>>;
  renameDatabaseColumn?: Resolver<Types.Maybe<ResolversTypes['RenameDatabaseColumnPayload']>, ParentType, ContextType, RequireFields<Types.MutationRenameDatabaseColumnArgs, 'input'>>;
  renameSpace?: Resolver<Types.Maybe<ResolversTypes['RenameSpacePayload']>, ParentType, ContextType, RequireFields<Types.MutationRenameSpaceArgs, 'input'>>;
  reopenComment?: Resolver<Types.Maybe<ResolversTypes['ReopenCommentPayload']>, ParentType, ContextType, RequireFields<Types.MutationReopenCommentArgs, 'input'>>;
  replyToComment?: Resolver<Types.Maybe<ResolversTypes['ReplyToCommentPayload']>, ParentType, ContextType, RequireFields<Types.MutationReplyToCommentArgs, 'input'>>;
  requestApproval?: Resolver<Types.Maybe<ResolversTypes['RequestApprovalPayload']>, ParentType, ContextType, RequireFields<Types.MutationRequestApprovalArgs, 'input'>>;
  requestOdooWrite?: Resolver<Types.Maybe<ResolversTypes['RequestOdooWritePayload']>, ParentType, ContextType, RequireFields<Types.MutationRequestOdooWriteArgs, 'input'>>;
  resolveComment?: Resolver<Types.Maybe<ResolversTypes['ResolveCommentPayload']>, ParentType, ContextType, RequireFields<Types.MutationResolveCommentArgs, 'input'>>;
  restoreDatabase?: Resolver<Types.Maybe<ResolversTypes['RestoreDatabasePayload']>, ParentType, ContextType, RequireFields<Types.MutationRestoreDatabaseArgs, 'input'>>;
  restoreFromBin?: Resolver<Types.Maybe<ResolversTypes['RestoreFromBinPayload']>, ParentType, ContextType, RequireFields<Types.MutationRestoreFromBinArgs, 'input'>>;
  restorePage?: Resolver<Types.Maybe<ResolversTypes['RestorePagePayload']>, ParentType, ContextType, RequireFields<Types.MutationRestorePageArgs, 'input'>>;
  restorePageVersion?: Resolver<Types.Maybe<ResolversTypes['RestorePageVersionPayload']>, ParentType, ContextType, RequireFields<Types.MutationRestorePageVersionArgs, 'input'>>;
  restoreSpace?: Resolver<Types.Maybe<ResolversTypes['RestoreSpacePayload']>, ParentType, ContextType, RequireFields<Types.MutationRestoreSpaceArgs, 'input'>>;
  retryIndexing?: Resolver<Types.Maybe<ResolversTypes['RetryIndexingPayload']>, ParentType, ContextType, RequireFields<Types.MutationRetryIndexingArgs, 'input'>>;
  retryRun?: Resolver<Types.Maybe<ResolversTypes['RetryRunPayload']>, ParentType, ContextType, RequireFields<Types.MutationRetryRunArgs, 'input'>>;
  retypeDatabaseColumn?: Resolver<Types.Maybe<ResolversTypes['RetypeDatabaseColumnPayload']>, ParentType, ContextType, RequireFields<Types.MutationRetypeDatabaseColumnArgs, 'input'>>;
  revokePermission?: Resolver<Types.Maybe<ResolversTypes['RevokePermissionPayload']>, ParentType, ContextType, RequireFields<Types.MutationRevokePermissionArgs, 'input'>>;
  runScheduleNow?: Resolver<Types.Maybe<ResolversTypes['RunScheduleNowPayload']>, ParentType, ContextType, RequireFields<Types.MutationRunScheduleNowArgs, 'input'>>;
  savePageAsTemplate?: Resolver<Types.Maybe<ResolversTypes['SavePageAsTemplatePayload']>, ParentType, ContextType, RequireFields<Types.MutationSavePageAsTemplateArgs, 'input'>>;
  setProjectMember?: Resolver<Types.Maybe<ResolversTypes['SetProjectMemberPayload']>, ParentType, ContextType, RequireFields<Types.MutationSetProjectMemberArgs, 'input'>>;
  unlinkOdooRecord?: Resolver<Types.Maybe<ResolversTypes['UnlinkOdooRecordPayload']>, ParentType, ContextType, RequireFields<Types.MutationUnlinkOdooRecordArgs, 'input'>>;
  updateDatabaseRow?: Resolver<Types.Maybe<ResolversTypes['UpdateDatabaseRowPayload']>, ParentType, ContextType, RequireFields<Types.MutationUpdateDatabaseRowArgs, 'input'>>;
  updatePage?: Resolver<Types.Maybe<ResolversTypes['UpdatePagePayload']>, ParentType, ContextType, RequireFields<Types.MutationUpdatePageArgs, 'input'>>;
  updateTemplate?: Resolver<Types.Maybe<ResolversTypes['UpdateTemplatePayload']>, ParentType, ContextType, RequireFields<Types.MutationUpdateTemplateArgs, 'input'>>;
  upsertProject?: Resolver<Types.Maybe<ResolversTypes['UpsertProjectPayload']>, ParentType, ContextType, RequireFields<Types.MutationUpsertProjectArgs, 'input'>>;
  upsertSchedule?: Resolver<Types.Maybe<ResolversTypes['UpsertSchedulePayload']>, ParentType, ContextType, RequireFields<Types.MutationUpsertScheduleArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Account' | 'Approval' | 'Archive' | 'Artifact' | 'Attachment' | 'Backup' | 'BinItem' | 'BirFiling' | 'Block' | 'Build' | 'Comment' | 'Company' | 'Country' | 'Currency' | 'Database' | 'DatabaseColumn' | 'DatabaseRow' | 'DeliveryProject' | 'Department' | 'Deployment' | 'Employee' | 'Environment' | 'Expense' | 'HistoryChange' | 'HistoryEntry' | 'IndexQueueEntry' | 'Journal' | 'Move' | 'MoveLine' | 'OdooUserLink' | 'Page' | 'Partner' | 'Payment' | 'Permission' | 'Product' | 'ProductCategory' | 'ProductTemplate' | 'Project' | 'ProjectMember' | 'ProjectTag' | 'PurchaseOrder' | 'PurchaseOrderLine' | 'Relation' | 'Role' | 'Run' | 'RunEvent' | 'RunPage' | 'SaleOrder' | 'SaleOrderLine' | 'Schedule' | 'Space' | 'Task' | 'TaskStage' | 'Tax' | 'Template' | 'Timesheet' | 'Unit' | 'User', ParentType, ContextType>;
};

export type OdooUserLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OdooUserLink'] = ResolversParentTypes['OdooUserLink']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  odooInstance?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  odooUserId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OdooUserLinkConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OdooUserLinkConnection'] = ResolversParentTypes['OdooUserLinkConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OdooUserLinkEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['OdooUserLink']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OdooUserLinkEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OdooUserLinkEdge'] = ResolversParentTypes['OdooUserLinkEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OdooUserLink'], ParentType, ContextType>;
};

export type PageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Page'] = ResolversParentTypes['Page']> = {
  archivedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  archivedWith?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  attachments?: Resolver<Types.Maybe<ResolversTypes['AttachmentConnection']>, ParentType, ContextType, Partial<Types.PageAttachmentsArgs>>;
  backlinks?: Resolver<Types.Maybe<ResolversTypes['RelationConnection']>, ParentType, ContextType, Partial<Types.PageBacklinksArgs>>;
  bin?: Resolver<Types.Maybe<ResolversTypes['BinItemConnection']>, ParentType, ContextType, Partial<Types.PageBinArgs>>;
  blocks?: Resolver<Types.Maybe<ResolversTypes['BlockConnection']>, ParentType, ContextType, Partial<Types.PageBlocksArgs>>;
  breadcrumbs?: Resolver<Types.Maybe<ResolversTypes['BreadcrumbConnection']>, ParentType, ContextType, Partial<Types.PageBreadcrumbsArgs>>;
  children?: Resolver<Types.Maybe<ResolversTypes['PageConnection']>, ParentType, ContextType, Partial<Types.PageChildrenArgs>>;
  comments?: Resolver<Types.Maybe<ResolversTypes['CommentConnection']>, ParentType, ContextType, Partial<Types.PageCommentsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  databases?: Resolver<Types.Maybe<ResolversTypes['DatabaseConnection']>, ParentType, ContextType, Partial<Types.PageDatabasesArgs>>;
  history?: Resolver<Types.Maybe<ResolversTypes['HistoryEntryConnection']>, ParentType, ContextType, Partial<Types.PageHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType, Partial<Types.PageMoveArgs>>;
  moveAsOf?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType, Partial<Types.PagePartnerArgs>>;
  partnerAsOf?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType, Partial<Types.PageProjectArgs>>;
  projectAsOf?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  relations?: Resolver<Types.Maybe<ResolversTypes['RelationConnection']>, ParentType, ContextType, Partial<Types.PageRelationsArgs>>;
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageChange'] = ResolversParentTypes['PageChange']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
};

export type PageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageConnection'] = ResolversParentTypes['PageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Page']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageEdge'] = ResolversParentTypes['PageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Page'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageMatch'] = ResolversParentTypes['PageMatch']> = {
  highlighted?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PageTreeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageTree'] = ResolversParentTypes['PageTree']> = {
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PageTreeNode']>, ParentType, ContextType>;
};

export type PageTreeNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageTreeNode'] = ResolversParentTypes['PageTreeNode']> = {
  archivedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  childCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parentId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PartnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Partner'] = ResolversParentTypes['Partner']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  buyer?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  city?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comment?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commercialPartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyRegistry?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completeName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contacts?: Resolver<Types.Maybe<ResolversTypes['PartnerConnection']>, ParentType, ContextType, Partial<Types.PartnerContactsArgs>>;
  country?: Resolver<Types.Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  credit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  customerRank?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  debit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employees?: Resolver<Types.Maybe<ResolversTypes['EmployeeConnection']>, ParentType, ContextType, Partial<Types.PartnerEmployeesArgs>>;
  function?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image128Base64?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  invoices?: Resolver<Types.Maybe<ResolversTypes['MoveConnection']>, ParentType, ContextType, Partial<Types.PartnerInvoicesArgs>>;
  isCompany?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pages?: Resolver<Types.Maybe<ResolversTypes['PageConnection']>, ParentType, ContextType, Partial<Types.PartnerPagesArgs>>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projects?: Resolver<Types.Maybe<ResolversTypes['ProjectConnection']>, ParentType, ContextType, Partial<Types.PartnerProjectsArgs>>;
  purchaseOrderLines?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderLineConnection']>, ParentType, ContextType, Partial<Types.PartnerPurchaseOrderLinesArgs>>;
  ref?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  saleOrders?: Resolver<Types.Maybe<ResolversTypes['SaleOrderConnection']>, ParentType, ContextType, Partial<Types.PartnerSaleOrdersArgs>>;
  street?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street2?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  supplierRank?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tasks?: Resolver<Types.Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, Partial<Types.PartnerTasksArgs>>;
  totalInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['PartnerType']>, ParentType, ContextType>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  users?: Resolver<Types.Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<Types.PartnerUsersArgs>>;
  vat?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  website?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  zip?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerAvg'] = ResolversParentTypes['PartnerAvg']> = {
  customerRank?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  supplierRank?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PartnerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerConnection'] = ResolversParentTypes['PartnerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PartnerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Partner']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PartnerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerEdge'] = ResolversParentTypes['PartnerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
};

export type PartnerGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerGroup'] = ResolversParentTypes['PartnerGroup']> = {
  avg?: Resolver<ResolversTypes['PartnerAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['PartnerGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['PartnerMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['PartnerMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['PartnerSum'], ParentType, ContextType>;
};

export type PartnerGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerGroupKeys'] = ResolversParentTypes['PartnerGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  buyer?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  city?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comment?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commercialPartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyRegistry?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completeName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Types.Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  function?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCompany?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ref?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street2?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['PartnerType']>, ParentType, ContextType>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  vat?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  website?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  zip?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerGroupPage'] = ResolversParentTypes['PartnerGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['PartnerGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PartnerMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerMax'] = ResolversParentTypes['PartnerMax']> = {
  customerRank?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  supplierRank?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PartnerMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerMin'] = ResolversParentTypes['PartnerMin']> = {
  customerRank?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  supplierRank?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PartnerSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerSum'] = ResolversParentTypes['PartnerSum']> = {
  customerRank?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  supplierRank?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PassageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Passage'] = ResolversParentTypes['Passage']> = {
  block?: Resolver<Types.Maybe<ResolversTypes['Block']>, ParentType, ContextType>;
  heading?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  indexedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  keywordRank?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  semanticRank?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  snippet?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<Types.PassageSnippetArgs, 'highlight'>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PauseSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseSchedulePayload'] = ResolversParentTypes['PauseSchedulePayload']> = {
  schedule?: Resolver<Types.Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountCompanyCurrencySigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountSigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  destinationAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoices?: Resolver<Types.Maybe<ResolversTypes['MoveConnection']>, ParentType, ContextType, Partial<Types.PaymentInvoicesArgs>>;
  isMatched?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isReconciled?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isSent?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  journal?: Resolver<Types.Maybe<ResolversTypes['Journal']>, ParentType, ContextType>;
  memo?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outstandingAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  partnerType?: Resolver<Types.Maybe<ResolversTypes['PaymentPartnerType']>, ParentType, ContextType>;
  paymentMethodCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentReference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentType?: Resolver<Types.Maybe<ResolversTypes['PaymentType']>, ParentType, ContextType>;
  reconciledBills?: Resolver<Types.Maybe<ResolversTypes['MoveConnection']>, ParentType, ContextType, Partial<Types.PaymentReconciledBillsArgs>>;
  reconciledInvoices?: Resolver<Types.Maybe<ResolversTypes['MoveConnection']>, ParentType, ContextType, Partial<Types.PaymentReconciledInvoicesArgs>>;
  state?: Resolver<Types.Maybe<ResolversTypes['PaymentState']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentAvg'] = ResolversParentTypes['PaymentAvg']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountCompanyCurrencySigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PaymentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentConnection'] = ResolversParentTypes['PaymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PaymentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PaymentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentEdge'] = ResolversParentTypes['PaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
};

export type PaymentGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentGroup'] = ResolversParentTypes['PaymentGroup']> = {
  avg?: Resolver<ResolversTypes['PaymentAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['PaymentGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['PaymentMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['PaymentMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['PaymentSum'], ParentType, ContextType>;
};

export type PaymentGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentGroupKeys'] = ResolversParentTypes['PaymentGroupKeys']> = {
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  destinationAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  invoices?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  isMatched?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isReconciled?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isSent?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  journal?: Resolver<Types.Maybe<ResolversTypes['Journal']>, ParentType, ContextType>;
  memo?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outstandingAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  partnerType?: Resolver<Types.Maybe<ResolversTypes['PaymentPartnerType']>, ParentType, ContextType>;
  paymentMethodCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentReference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentType?: Resolver<Types.Maybe<ResolversTypes['PaymentType']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['PaymentState']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PaymentGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentGroupPage'] = ResolversParentTypes['PaymentGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['PaymentGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PaymentMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentMax'] = ResolversParentTypes['PaymentMax']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountCompanyCurrencySigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PaymentMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentMin'] = ResolversParentTypes['PaymentMin']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountCompanyCurrencySigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PaymentSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentSum'] = ResolversParentTypes['PaymentSum']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountCompanyCurrencySigned?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PermissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Permission'] = ResolversParentTypes['Permission']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['SpaceRole'], ParentType, ContextType>;
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PermissionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PermissionConnection'] = ResolversParentTypes['PermissionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PermissionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Permission']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PermissionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PermissionEdge'] = ResolversParentTypes['PermissionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Permission'], ParentType, ContextType>;
};

export type PermissionExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PermissionExplanation'] = ResolversParentTypes['PermissionExplanation']> = {
  action?: Resolver<ResolversTypes['PermissionAction'], ParentType, ContextType>;
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  functions?: Resolver<Types.Maybe<Array<ResolversTypes['CalledFunction']>>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  barcode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Types.Maybe<ResolversTypes['ProductCategory']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  costCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  defaultCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionSale?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expenseAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incomeAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  isFavorite?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  lstPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purchaseOk?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  purchaseOrderLines?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderLineConnection']>, ParentType, ContextType, Partial<Types.ProductPurchaseOrderLinesArgs>>;
  purchasedProductQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyAvailable?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  saleOk?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  salesCount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  standardPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  template?: Resolver<Types.Maybe<ResolversTypes['ProductTemplate']>, ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['ProductType']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductAvg'] = ResolversParentTypes['ProductAvg']> = {
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  standardPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ProductCategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductCategory'] = ResolversParentTypes['ProductCategory']> = {
  children?: Resolver<Types.Maybe<ResolversTypes['ProductCategoryConnection']>, ParentType, ContextType, Partial<Types.ProductCategoryChildrenArgs>>;
  completeName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  costMethod?: Resolver<Types.Maybe<ResolversTypes['CostMethod']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expenseAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incomeAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['ProductCategory']>, ParentType, ContextType>;
  productCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductCategoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductCategoryConnection'] = ResolversParentTypes['ProductCategoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductCategoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProductCategory']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductCategoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductCategoryEdge'] = ResolversParentTypes['ProductCategoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProductCategory'], ParentType, ContextType>;
};

export type ProductCategoryGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductCategoryGroup'] = ResolversParentTypes['ProductCategoryGroup']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['ProductCategoryGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['ProductCategoryMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['ProductCategoryMin'], ParentType, ContextType>;
};

export type ProductCategoryGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductCategoryGroupKeys'] = ResolversParentTypes['ProductCategoryGroupKeys']> = {
  completeName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  costMethod?: Resolver<Types.Maybe<ResolversTypes['CostMethod']>, ParentType, ContextType>;
  expenseAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  incomeAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['ProductCategory']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProductCategoryGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductCategoryGroupPage'] = ResolversParentTypes['ProductCategoryGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['ProductCategoryGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProductCategoryMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductCategoryMax'] = ResolversParentTypes['ProductCategoryMax']> = {
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProductCategoryMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductCategoryMin'] = ResolversParentTypes['ProductCategoryMin']> = {
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductGroup'] = ResolversParentTypes['ProductGroup']> = {
  avg?: Resolver<ResolversTypes['ProductAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['ProductGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['ProductMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['ProductMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['ProductSum'], ParentType, ContextType>;
};

export type ProductGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductGroupKeys'] = ResolversParentTypes['ProductGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  barcode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Types.Maybe<ResolversTypes['ProductCategory']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  defaultCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionSale?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expenseAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  incomeAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  isFavorite?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purchaseOk?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  saleOk?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  template?: Resolver<Types.Maybe<ResolversTypes['ProductTemplate']>, ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['ProductType']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProductGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductGroupPage'] = ResolversParentTypes['ProductGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['ProductGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProductMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductMax'] = ResolversParentTypes['ProductMax']> = {
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  standardPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProductMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductMin'] = ResolversParentTypes['ProductMin']> = {
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  standardPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProductSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductSum'] = ResolversParentTypes['ProductSum']> = {
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  standardPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ProductTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplate'] = ResolversParentTypes['ProductTemplate']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  barcode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Types.Maybe<ResolversTypes['ProductCategory']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  costCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  defaultCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionPurchase?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionSale?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expenseAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incomeAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  invoicePolicy?: Resolver<Types.Maybe<ResolversTypes['InvoicePolicy']>, ParentType, ContextType>;
  isFavorite?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  optionalProducts?: Resolver<Types.Maybe<ResolversTypes['ProductTemplateConnection']>, ParentType, ContextType, Partial<Types.ProductTemplateOptionalProductsArgs>>;
  productVariantCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  purchaseMethod?: Resolver<Types.Maybe<ResolversTypes['PurchaseMethod']>, ParentType, ContextType>;
  purchaseOk?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  qtyAvailable?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  responsible?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  saleOk?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  standardPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['ProductType']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  variants?: Resolver<Types.Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, Partial<Types.ProductTemplateVariantsArgs>>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductTemplateAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplateAvg'] = ResolversParentTypes['ProductTemplateAvg']> = {
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ProductTemplateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplateConnection'] = ResolversParentTypes['ProductTemplateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductTemplateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProductTemplate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductTemplateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplateEdge'] = ResolversParentTypes['ProductTemplateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProductTemplate'], ParentType, ContextType>;
};

export type ProductTemplateGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplateGroup'] = ResolversParentTypes['ProductTemplateGroup']> = {
  avg?: Resolver<ResolversTypes['ProductTemplateAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['ProductTemplateGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['ProductTemplateMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['ProductTemplateMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['ProductTemplateSum'], ParentType, ContextType>;
};

export type ProductTemplateGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplateGroupKeys'] = ResolversParentTypes['ProductTemplateGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  category?: Resolver<Types.Maybe<ResolversTypes['ProductCategory']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  defaultCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionPurchase?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionSale?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expenseAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  incomeAccount?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  invoicePolicy?: Resolver<Types.Maybe<ResolversTypes['InvoicePolicy']>, ParentType, ContextType>;
  isFavorite?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  optionalProducts?: Resolver<Types.Maybe<ResolversTypes['ProductTemplate']>, ParentType, ContextType>;
  purchaseMethod?: Resolver<Types.Maybe<ResolversTypes['PurchaseMethod']>, ParentType, ContextType>;
  purchaseOk?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  responsible?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  saleOk?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['ProductType']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProductTemplateGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplateGroupPage'] = ResolversParentTypes['ProductTemplateGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['ProductTemplateGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProductTemplateMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplateMax'] = ResolversParentTypes['ProductTemplateMax']> = {
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProductTemplateMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplateMin'] = ResolversParentTypes['ProductTemplateMin']> = {
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProductTemplateSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTemplateSum'] = ResolversParentTypes['ProductTemplateSum']> = {
  listPrice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  volume?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  allowBillable?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  allowTimesheets?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  closedTaskCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  dateEnd?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dateStart?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isTemplate?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastUpdateStatus?: Resolver<Types.Maybe<ResolversTypes['ProjectStatus']>, ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openTaskCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pages?: Resolver<Types.Maybe<ResolversTypes['PageConnection']>, ParentType, ContextType, Partial<Types.ProjectPagesArgs>>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  privacyVisibility?: Resolver<Types.Maybe<ResolversTypes['ProjectVisibility']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stages?: Resolver<Types.Maybe<ResolversTypes['TaskStageConnection']>, ParentType, ContextType, Partial<Types.ProjectStagesArgs>>;
  tags?: Resolver<Types.Maybe<ResolversTypes['ProjectTagConnection']>, ParentType, ContextType, Partial<Types.ProjectTagsArgs>>;
  taskCompletionPercentage?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taskCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tasks?: Resolver<Types.Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, Partial<Types.ProjectTasksArgs>>;
  timesheets?: Resolver<Types.Maybe<ResolversTypes['TimesheetConnection']>, ParentType, ContextType, Partial<Types.ProjectTimesheetsArgs>>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProjectAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectAvg'] = ResolversParentTypes['ProjectAvg']> = {
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ProjectConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectConnection'] = ResolversParentTypes['ProjectConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProjectEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectEdge'] = ResolversParentTypes['ProjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
};

export type ProjectGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectGroup'] = ResolversParentTypes['ProjectGroup']> = {
  avg?: Resolver<ResolversTypes['ProjectAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['ProjectGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['ProjectMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['ProjectMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['ProjectSum'], ParentType, ContextType>;
};

export type ProjectGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectGroupKeys'] = ResolversParentTypes['ProjectGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  allowBillable?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  allowTimesheets?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  dateEnd?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dateStart?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isTemplate?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastUpdateStatus?: Resolver<Types.Maybe<ResolversTypes['ProjectStatus']>, ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  privacyVisibility?: Resolver<Types.Maybe<ResolversTypes['ProjectVisibility']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  stages?: Resolver<Types.Maybe<ResolversTypes['TaskStage']>, ParentType, ContextType>;
  tags?: Resolver<Types.Maybe<ResolversTypes['ProjectTag']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProjectGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectGroupPage'] = ResolversParentTypes['ProjectGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['ProjectGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProjectMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectMax'] = ResolversParentTypes['ProjectMax']> = {
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dateEnd?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dateStart?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProjectMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectMember'] = ResolversParentTypes['ProjectMember']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['DeliveryProject']>, ParentType, ContextType>;
  role?: Resolver<Types.Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProjectMemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectMemberConnection'] = ResolversParentTypes['ProjectMemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProjectMemberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProjectMember']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProjectMemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectMemberEdge'] = ResolversParentTypes['ProjectMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProjectMember'], ParentType, ContextType>;
};

export type ProjectMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectMin'] = ResolversParentTypes['ProjectMin']> = {
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dateEnd?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dateStart?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProjectSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectSum'] = ResolversParentTypes['ProjectSum']> = {
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ProjectTagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTag'] = ResolversParentTypes['ProjectTag']> = {
  color?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  projects?: Resolver<Types.Maybe<ResolversTypes['ProjectConnection']>, ParentType, ContextType, Partial<Types.ProjectTagProjectsArgs>>;
  tasks?: Resolver<Types.Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, Partial<Types.ProjectTagTasksArgs>>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProjectTagAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTagAvg'] = ResolversParentTypes['ProjectTagAvg']> = {
  color?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ProjectTagConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTagConnection'] = ResolversParentTypes['ProjectTagConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProjectTagEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProjectTag']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProjectTagEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTagEdge'] = ResolversParentTypes['ProjectTagEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProjectTag'], ParentType, ContextType>;
};

export type ProjectTagGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTagGroup'] = ResolversParentTypes['ProjectTagGroup']> = {
  avg?: Resolver<ResolversTypes['ProjectTagAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['ProjectTagGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['ProjectTagMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['ProjectTagMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['ProjectTagSum'], ParentType, ContextType>;
};

export type ProjectTagGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTagGroupKeys'] = ResolversParentTypes['ProjectTagGroupKeys']> = {
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projects?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  tasks?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProjectTagGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTagGroupPage'] = ResolversParentTypes['ProjectTagGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['ProjectTagGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProjectTagMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTagMax'] = ResolversParentTypes['ProjectTagMax']> = {
  color?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProjectTagMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTagMin'] = ResolversParentTypes['ProjectTagMin']> = {
  color?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProjectTagSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectTagSum'] = ResolversParentTypes['ProjectTagSum']> = {
  color?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PurchaseOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrder'] = ResolversParentTypes['PurchaseOrder']> = {
  acknowledged?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalCompany?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  bills?: Resolver<Types.Maybe<ResolversTypes['MoveConnection']>, ParentType, ContextType, Partial<Types.PurchaseOrderBillsArgs>>;
  buyer?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dateApprove?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateOrder?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  datePlanned?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  invoiceStatus?: Resolver<Types.Maybe<ResolversTypes['PurchaseInvoiceStatus']>, ParentType, ContextType>;
  lines?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderLineConnection']>, ParentType, ContextType, Partial<Types.PurchaseOrderLinesArgs>>;
  locked?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  partnerRef?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderPriority']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  receiptStatus?: Resolver<Types.Maybe<ResolversTypes['ReceiptStatus']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderState']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PurchaseOrderAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderAvg'] = ResolversParentTypes['PurchaseOrderAvg']> = {
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalCompany?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  invoiceCount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PurchaseOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderConnection'] = ResolversParentTypes['PurchaseOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PurchaseOrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PurchaseOrder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PurchaseOrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderEdge'] = ResolversParentTypes['PurchaseOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PurchaseOrder'], ParentType, ContextType>;
};

export type PurchaseOrderGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderGroup'] = ResolversParentTypes['PurchaseOrderGroup']> = {
  avg?: Resolver<ResolversTypes['PurchaseOrderAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['PurchaseOrderGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['PurchaseOrderMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['PurchaseOrderMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['PurchaseOrderSum'], ParentType, ContextType>;
};

export type PurchaseOrderGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderGroupKeys'] = ResolversParentTypes['PurchaseOrderGroupKeys']> = {
  acknowledged?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  bills?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  buyer?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  companyCurrency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  dateApprove?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateOrder?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  datePlanned?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  effectiveDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  invoiceStatus?: Resolver<Types.Maybe<ResolversTypes['PurchaseInvoiceStatus']>, ParentType, ContextType>;
  locked?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  partnerRef?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderPriority']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  receiptStatus?: Resolver<Types.Maybe<ResolversTypes['ReceiptStatus']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderState']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PurchaseOrderGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderGroupPage'] = ResolversParentTypes['PurchaseOrderGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['PurchaseOrderGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PurchaseOrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLine'] = ResolversParentTypes['PurchaseOrderLine']> = {
  billLines?: Resolver<Types.Maybe<ResolversTypes['MoveLineConnection']>, ParentType, ContextType, Partial<Types.PurchaseOrderLineBillLinesArgs>>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  datePlanned?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayType?: Resolver<Types.Maybe<ResolversTypes['OrderLineDisplayType']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDownpayment?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrder']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  product?: Resolver<Types.Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyReceived?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderState']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PurchaseOrderLineAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineAvg'] = ResolversParentTypes['PurchaseOrderLineAvg']> = {
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  productQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyReceived?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PurchaseOrderLineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineConnection'] = ResolversParentTypes['PurchaseOrderLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PurchaseOrderLineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PurchaseOrderLine']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PurchaseOrderLineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineEdge'] = ResolversParentTypes['PurchaseOrderLineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PurchaseOrderLine'], ParentType, ContextType>;
};

export type PurchaseOrderLineGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineGroup'] = ResolversParentTypes['PurchaseOrderLineGroup']> = {
  avg?: Resolver<ResolversTypes['PurchaseOrderLineAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['PurchaseOrderLineGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['PurchaseOrderLineMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['PurchaseOrderLineMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['PurchaseOrderLineSum'], ParentType, ContextType>;
};

export type PurchaseOrderLineGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineGroupKeys'] = ResolversParentTypes['PurchaseOrderLineGroupKeys']> = {
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  datePlanned?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  displayType?: Resolver<Types.Maybe<ResolversTypes['OrderLineDisplayType']>, ParentType, ContextType>;
  isDownpayment?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrder']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  product?: Resolver<Types.Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderState']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PurchaseOrderLineGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineGroupPage'] = ResolversParentTypes['PurchaseOrderLineGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['PurchaseOrderLineGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PurchaseOrderLineMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineMax'] = ResolversParentTypes['PurchaseOrderLineMax']> = {
  datePlanned?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  productQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyReceived?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PurchaseOrderLineMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineMin'] = ResolversParentTypes['PurchaseOrderLineMin']> = {
  datePlanned?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  productQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyReceived?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PurchaseOrderLineSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLineSum'] = ResolversParentTypes['PurchaseOrderLineSum']> = {
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  productQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyReceived?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PurchaseOrderMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderMax'] = ResolversParentTypes['PurchaseOrderMax']> = {
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalCompany?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dateApprove?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateOrder?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  datePlanned?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  effectiveDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  invoiceCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PurchaseOrderMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderMin'] = ResolversParentTypes['PurchaseOrderMin']> = {
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalCompany?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dateApprove?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateOrder?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  datePlanned?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  effectiveDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  invoiceCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PurchaseOrderSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderSum'] = ResolversParentTypes['PurchaseOrderSum']> = {
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotalCompany?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  invoiceCount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  account?: Resolver<Types.Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<Types.QueryAccountArgs, 'id'>>;
  accountGroupPage?: Resolver<Types.Maybe<ResolversTypes['AccountGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryAccountGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  accountGroups?: Resolver<Types.Maybe<Array<ResolversTypes['AccountGroup']>>, ParentType, ContextType, RequireFields<Types.QueryAccountGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  accounts?: Resolver<Types.Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, Partial<Types.QueryAccountsArgs>>;
  approval?: Resolver<Types.Maybe<ResolversTypes['Approval']>, ParentType, ContextType, RequireFields<Types.QueryApprovalArgs, 'id'>>;
  approvals?: Resolver<Types.Maybe<ResolversTypes['ApprovalConnection']>, ParentType, ContextType, Partial<Types.QueryApprovalsArgs>>;
  archive?: Resolver<Types.Maybe<ResolversTypes['Archive']>, ParentType, ContextType, RequireFields<Types.QueryArchiveArgs, 'id'>>;
  archives?: Resolver<Types.Maybe<ResolversTypes['ArchiveConnection']>, ParentType, ContextType, Partial<Types.QueryArchivesArgs>>;
  askDocs?: Resolver<Types.Maybe<ResolversTypes['DocsAnswer']>, ParentType, ContextType, RequireFields<Types.QueryAskDocsArgs, 'first' | 'question'>>;
  attachment?: Resolver<Types.Maybe<ResolversTypes['Attachment']>, ParentType, ContextType, RequireFields<Types.QueryAttachmentArgs, 'id'>>;
  backup?: Resolver<Types.Maybe<ResolversTypes['Backup']>, ParentType, ContextType, RequireFields<Types.QueryBackupArgs, 'id'>>;
  backups?: Resolver<Types.Maybe<ResolversTypes['BackupConnection']>, ParentType, ContextType, Partial<Types.QueryBackupsArgs>>;
  birFiling?: Resolver<Types.Maybe<ResolversTypes['BirFiling']>, ParentType, ContextType, RequireFields<Types.QueryBirFilingArgs, 'id'>>;
  birFilingGroupPage?: Resolver<Types.Maybe<ResolversTypes['BirFilingGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryBirFilingGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  birFilingGroups?: Resolver<Types.Maybe<Array<ResolversTypes['BirFilingGroup']>>, ParentType, ContextType, RequireFields<Types.QueryBirFilingGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  birFilings?: Resolver<Types.Maybe<ResolversTypes['BirFilingConnection']>, ParentType, ContextType, Partial<Types.QueryBirFilingsArgs>>;
  build?: Resolver<Types.Maybe<ResolversTypes['Build']>, ParentType, ContextType, RequireFields<Types.QueryBuildArgs, 'id'>>;
  builds?: Resolver<Types.Maybe<ResolversTypes['BuildConnection']>, ParentType, ContextType, Partial<Types.QueryBuildsArgs>>;
  companies?: Resolver<Types.Maybe<ResolversTypes['CompanyConnection']>, ParentType, ContextType, Partial<Types.QueryCompaniesArgs>>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType, RequireFields<Types.QueryCompanyArgs, 'id'>>;
  companyGroupPage?: Resolver<Types.Maybe<ResolversTypes['CompanyGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryCompanyGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  companyGroups?: Resolver<Types.Maybe<Array<ResolversTypes['CompanyGroup']>>, ParentType, ContextType, RequireFields<Types.QueryCompanyGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  countries?: Resolver<Types.Maybe<ResolversTypes['CountryConnection']>, ParentType, ContextType, Partial<Types.QueryCountriesArgs>>;
  country?: Resolver<Types.Maybe<ResolversTypes['Country']>, ParentType, ContextType, RequireFields<Types.QueryCountryArgs, 'id'>>;
  countryGroupPage?: Resolver<Types.Maybe<ResolversTypes['CountryGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryCountryGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  countryGroups?: Resolver<Types.Maybe<Array<ResolversTypes['CountryGroup']>>, ParentType, ContextType, RequireFields<Types.QueryCountryGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  currencies?: Resolver<Types.Maybe<ResolversTypes['CurrencyConnection']>, ParentType, ContextType, Partial<Types.QueryCurrenciesArgs>>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType, RequireFields<Types.QueryCurrencyArgs, 'id'>>;
  currencyGroupPage?: Resolver<Types.Maybe<ResolversTypes['CurrencyGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryCurrencyGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  currencyGroups?: Resolver<Types.Maybe<Array<ResolversTypes['CurrencyGroup']>>, ParentType, ContextType, RequireFields<Types.QueryCurrencyGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  database?: Resolver<Types.Maybe<ResolversTypes['Database']>, ParentType, ContextType, RequireFields<Types.QueryDatabaseArgs, 'id'>>;
  databaseRow?: Resolver<Types.Maybe<ResolversTypes['DatabaseRow']>, ParentType, ContextType, RequireFields<Types.QueryDatabaseRowArgs, 'id'>>;
  databaseRowGroups?: Resolver<Types.Maybe<ResolversTypes['CellGroups']>, ParentType, ContextType, RequireFields<Types.QueryDatabaseRowGroupsArgs, 'databaseId' | 'timeZone'>>;
  databaseRows?: Resolver<Types.Maybe<ResolversTypes['TypedRows']>, ParentType, ContextType, RequireFields<Types.QueryDatabaseRowsArgs, 'databaseId' | 'first' | 'timeZone'>>;
  databases?: Resolver<Types.Maybe<ResolversTypes['DatabaseConnection']>, ParentType, ContextType, Partial<Types.QueryDatabasesArgs>>;
  deliveryProject?: Resolver<Types.Maybe<ResolversTypes['DeliveryProject']>, ParentType, ContextType, RequireFields<Types.QueryDeliveryProjectArgs, 'id'>>;
  deliveryProjects?: Resolver<Types.Maybe<ResolversTypes['DeliveryProjectConnection']>, ParentType, ContextType, Partial<Types.QueryDeliveryProjectsArgs>>;
  department?: Resolver<Types.Maybe<ResolversTypes['Department']>, ParentType, ContextType, RequireFields<Types.QueryDepartmentArgs, 'id'>>;
  departmentGroupPage?: Resolver<Types.Maybe<ResolversTypes['DepartmentGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryDepartmentGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  departmentGroups?: Resolver<Types.Maybe<Array<ResolversTypes['DepartmentGroup']>>, ParentType, ContextType, RequireFields<Types.QueryDepartmentGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  departments?: Resolver<Types.Maybe<ResolversTypes['DepartmentConnection']>, ParentType, ContextType, Partial<Types.QueryDepartmentsArgs>>;
  deployment?: Resolver<Types.Maybe<ResolversTypes['Deployment']>, ParentType, ContextType, RequireFields<Types.QueryDeploymentArgs, 'id'>>;
  deployments?: Resolver<Types.Maybe<ResolversTypes['DeploymentConnection']>, ParentType, ContextType, Partial<Types.QueryDeploymentsArgs>>;
  doctrine?: Resolver<Types.Maybe<ResolversTypes['Doctrine']>, ParentType, ContextType>;
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType, RequireFields<Types.QueryEmployeeArgs, 'id'>>;
  employeeGroupPage?: Resolver<Types.Maybe<ResolversTypes['EmployeeGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryEmployeeGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  employeeGroups?: Resolver<Types.Maybe<Array<ResolversTypes['EmployeeGroup']>>, ParentType, ContextType, RequireFields<Types.QueryEmployeeGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  employees?: Resolver<Types.Maybe<ResolversTypes['EmployeeConnection']>, ParentType, ContextType, Partial<Types.QueryEmployeesArgs>>;
  environment?: Resolver<Types.Maybe<ResolversTypes['Environment']>, ParentType, ContextType, RequireFields<Types.QueryEnvironmentArgs, 'id'>>;
  environments?: Resolver<Types.Maybe<ResolversTypes['EnvironmentConnection']>, ParentType, ContextType, Partial<Types.QueryEnvironmentsArgs>>;
  expense?: Resolver<Types.Maybe<ResolversTypes['Expense']>, ParentType, ContextType, RequireFields<Types.QueryExpenseArgs, 'id'>>;
  expenseGroupPage?: Resolver<Types.Maybe<ResolversTypes['ExpenseGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryExpenseGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  expenseGroups?: Resolver<Types.Maybe<Array<ResolversTypes['ExpenseGroup']>>, ParentType, ContextType, RequireFields<Types.QueryExpenseGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  expenses?: Resolver<Types.Maybe<ResolversTypes['ExpenseConnection']>, ParentType, ContextType, Partial<Types.QueryExpensesArgs>>;
  explainPermission?: Resolver<Types.Maybe<ResolversTypes['PermissionExplanation']>, ParentType, ContextType, RequireFields<Types.QueryExplainPermissionArgs, 'coordinate'>>;
  historyEntry?: Resolver<Types.Maybe<ResolversTypes['HistoryEntry']>, ParentType, ContextType, RequireFields<Types.QueryHistoryEntryArgs, 'id'>>;
  indexQueue?: Resolver<Types.Maybe<ResolversTypes['IndexQueueEntryConnection']>, ParentType, ContextType, Partial<Types.QueryIndexQueueArgs>>;
  journal?: Resolver<Types.Maybe<ResolversTypes['Journal']>, ParentType, ContextType, RequireFields<Types.QueryJournalArgs, 'id'>>;
  journalGroupPage?: Resolver<Types.Maybe<ResolversTypes['JournalGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryJournalGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  journalGroups?: Resolver<Types.Maybe<Array<ResolversTypes['JournalGroup']>>, ParentType, ContextType, RequireFields<Types.QueryJournalGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  journals?: Resolver<Types.Maybe<ResolversTypes['JournalConnection']>, ParentType, ContextType, Partial<Types.QueryJournalsArgs>>;
  move?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType, RequireFields<Types.QueryMoveArgs, 'id'>>;
  moveGroupPage?: Resolver<Types.Maybe<ResolversTypes['MoveGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryMoveGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  moveGroups?: Resolver<Types.Maybe<Array<ResolversTypes['MoveGroup']>>, ParentType, ContextType, RequireFields<Types.QueryMoveGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  moveLine?: Resolver<Types.Maybe<ResolversTypes['MoveLine']>, ParentType, ContextType, RequireFields<Types.QueryMoveLineArgs, 'id'>>;
  moveLineGroupPage?: Resolver<Types.Maybe<ResolversTypes['MoveLineGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryMoveLineGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  moveLineGroups?: Resolver<Types.Maybe<Array<ResolversTypes['MoveLineGroup']>>, ParentType, ContextType, RequireFields<Types.QueryMoveLineGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  moveLines?: Resolver<Types.Maybe<ResolversTypes['MoveLineConnection']>, ParentType, ContextType, Partial<Types.QueryMoveLinesArgs>>;
  moves?: Resolver<Types.Maybe<ResolversTypes['MoveConnection']>, ParentType, ContextType, Partial<Types.QueryMovesArgs>>;
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<Types.QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Types.Maybe<Array<Types.Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<Types.QueryNodesArgs, 'ids'>>;
  odooUserLink?: Resolver<Types.Maybe<ResolversTypes['OdooUserLink']>, ParentType, ContextType, RequireFields<Types.QueryOdooUserLinkArgs, 'id'>>;
  odooUserLinks?: Resolver<Types.Maybe<ResolversTypes['OdooUserLinkConnection']>, ParentType, ContextType, Partial<Types.QueryOdooUserLinksArgs>>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType, RequireFields<Types.QueryPageArgs, 'id'>>;
  pageTree?: Resolver<Types.Maybe<ResolversTypes['PageTree']>, ParentType, ContextType, RequireFields<Types.QueryPageTreeArgs, 'archived' | 'depth' | 'spaceId'>>;
  pages?: Resolver<Types.Maybe<ResolversTypes['PageConnection']>, ParentType, ContextType, Partial<Types.QueryPagesArgs>>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType, RequireFields<Types.QueryPartnerArgs, 'id'>>;
  partnerGroupPage?: Resolver<Types.Maybe<ResolversTypes['PartnerGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryPartnerGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  partnerGroups?: Resolver<Types.Maybe<Array<ResolversTypes['PartnerGroup']>>, ParentType, ContextType, RequireFields<Types.QueryPartnerGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  partners?: Resolver<Types.Maybe<ResolversTypes['PartnerConnection']>, ParentType, ContextType, Partial<Types.QueryPartnersArgs>>;
  payment?: Resolver<Types.Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<Types.QueryPaymentArgs, 'id'>>;
  paymentGroupPage?: Resolver<Types.Maybe<ResolversTypes['PaymentGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryPaymentGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  paymentGroups?: Resolver<Types.Maybe<Array<ResolversTypes['PaymentGroup']>>, ParentType, ContextType, RequireFields<Types.QueryPaymentGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  payments?: Resolver<Types.Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, Partial<Types.QueryPaymentsArgs>>;
  product?: Resolver<Types.Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<Types.QueryProductArgs, 'id'>>;
  productCategories?: Resolver<Types.Maybe<ResolversTypes['ProductCategoryConnection']>, ParentType, ContextType, Partial<Types.QueryProductCategoriesArgs>>;
  productCategory?: Resolver<Types.Maybe<ResolversTypes['ProductCategory']>, ParentType, ContextType, RequireFields<Types.QueryProductCategoryArgs, 'id'>>;
  productCategoryGroupPage?: Resolver<Types.Maybe<ResolversTypes['ProductCategoryGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryProductCategoryGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  productCategoryGroups?: Resolver<Types.Maybe<Array<ResolversTypes['ProductCategoryGroup']>>, ParentType, ContextType, RequireFields<Types.QueryProductCategoryGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  productGroupPage?: Resolver<Types.Maybe<ResolversTypes['ProductGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryProductGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  productGroups?: Resolver<Types.Maybe<Array<ResolversTypes['ProductGroup']>>, ParentType, ContextType, RequireFields<Types.QueryProductGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  productTemplate?: Resolver<Types.Maybe<ResolversTypes['ProductTemplate']>, ParentType, ContextType, RequireFields<Types.QueryProductTemplateArgs, 'id'>>;
  productTemplateGroupPage?: Resolver<Types.Maybe<ResolversTypes['ProductTemplateGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryProductTemplateGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  productTemplateGroups?: Resolver<Types.Maybe<Array<ResolversTypes['ProductTemplateGroup']>>, ParentType, ContextType, RequireFields<Types.QueryProductTemplateGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  productTemplates?: Resolver<Types.Maybe<ResolversTypes['ProductTemplateConnection']>, ParentType, ContextType, Partial<Types.QueryProductTemplatesArgs>>;
  products?: Resolver<Types.Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, Partial<Types.QueryProductsArgs>>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType, RequireFields<Types.QueryProjectArgs, 'id'>>;
  projectGroupPage?: Resolver<Types.Maybe<ResolversTypes['ProjectGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryProjectGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  projectGroups?: Resolver<Types.Maybe<Array<ResolversTypes['ProjectGroup']>>, ParentType, ContextType, RequireFields<Types.QueryProjectGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  projectMember?: Resolver<Types.Maybe<ResolversTypes['ProjectMember']>, ParentType, ContextType, RequireFields<Types.QueryProjectMemberArgs, 'id'>>;
  projectMembers?: Resolver<Types.Maybe<ResolversTypes['ProjectMemberConnection']>, ParentType, ContextType, Partial<Types.QueryProjectMembersArgs>>;
  projectTag?: Resolver<Types.Maybe<ResolversTypes['ProjectTag']>, ParentType, ContextType, RequireFields<Types.QueryProjectTagArgs, 'id'>>;
  projectTagGroupPage?: Resolver<Types.Maybe<ResolversTypes['ProjectTagGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryProjectTagGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  projectTagGroups?: Resolver<Types.Maybe<Array<ResolversTypes['ProjectTagGroup']>>, ParentType, ContextType, RequireFields<Types.QueryProjectTagGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  projectTags?: Resolver<Types.Maybe<ResolversTypes['ProjectTagConnection']>, ParentType, ContextType, Partial<Types.QueryProjectTagsArgs>>;
  projects?: Resolver<Types.Maybe<ResolversTypes['ProjectConnection']>, ParentType, ContextType, Partial<Types.QueryProjectsArgs>>;
  purchaseOrder?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrder']>, ParentType, ContextType, RequireFields<Types.QueryPurchaseOrderArgs, 'id'>>;
  purchaseOrderGroupPage?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryPurchaseOrderGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  purchaseOrderGroups?: Resolver<Types.Maybe<Array<ResolversTypes['PurchaseOrderGroup']>>, ParentType, ContextType, RequireFields<Types.QueryPurchaseOrderGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  purchaseOrderLine?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderLine']>, ParentType, ContextType, RequireFields<Types.QueryPurchaseOrderLineArgs, 'id'>>;
  purchaseOrderLineGroupPage?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderLineGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryPurchaseOrderLineGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  purchaseOrderLineGroups?: Resolver<Types.Maybe<Array<ResolversTypes['PurchaseOrderLineGroup']>>, ParentType, ContextType, RequireFields<Types.QueryPurchaseOrderLineGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  purchaseOrderLines?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderLineConnection']>, ParentType, ContextType, Partial<Types.QueryPurchaseOrderLinesArgs>>;
  purchaseOrders?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderConnection']>, ParentType, ContextType, Partial<Types.QueryPurchaseOrdersArgs>>;
  role?: Resolver<Types.Maybe<ResolversTypes['Role']>, ParentType, ContextType, RequireFields<Types.QueryRoleArgs, 'id'>>;
  roles?: Resolver<Types.Maybe<ResolversTypes['RoleConnection']>, ParentType, ContextType, Partial<Types.QueryRolesArgs>>;
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<Types.QueryRunArgs, 'id'>>;
  runStats?: Resolver<Types.Maybe<ResolversTypes['RunStatConnection']>, ParentType, ContextType, Partial<Types.QueryRunStatsArgs>>;
  runs?: Resolver<Types.Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<Types.QueryRunsArgs>>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType, RequireFields<Types.QuerySaleOrderArgs, 'id'>>;
  saleOrderGroupPage?: Resolver<Types.Maybe<ResolversTypes['SaleOrderGroupPage']>, ParentType, ContextType, RequireFields<Types.QuerySaleOrderGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  saleOrderGroups?: Resolver<Types.Maybe<Array<ResolversTypes['SaleOrderGroup']>>, ParentType, ContextType, RequireFields<Types.QuerySaleOrderGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType, RequireFields<Types.QuerySaleOrderLineArgs, 'id'>>;
  saleOrderLineGroupPage?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLineGroupPage']>, ParentType, ContextType, RequireFields<Types.QuerySaleOrderLineGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  saleOrderLineGroups?: Resolver<Types.Maybe<Array<ResolversTypes['SaleOrderLineGroup']>>, ParentType, ContextType, RequireFields<Types.QuerySaleOrderLineGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  saleOrderLines?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLineConnection']>, ParentType, ContextType, Partial<Types.QuerySaleOrderLinesArgs>>;
  saleOrders?: Resolver<Types.Maybe<ResolversTypes['SaleOrderConnection']>, ParentType, ContextType, Partial<Types.QuerySaleOrdersArgs>>;
  schedule?: Resolver<Types.Maybe<ResolversTypes['Schedule']>, ParentType, ContextType, RequireFields<Types.QueryScheduleArgs, 'id'>>;
  schedules?: Resolver<Types.Maybe<ResolversTypes['ScheduleConnection']>, ParentType, ContextType, Partial<Types.QuerySchedulesArgs>>;
  searchPages?: Resolver<Types.Maybe<Array<ResolversTypes['PageMatch']>>, ParentType, ContextType, RequireFields<Types.QuerySearchPagesArgs, 'first' | 'query'>>;
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType, RequireFields<Types.QuerySpaceArgs, 'id'>>;
  spaces?: Resolver<Types.Maybe<ResolversTypes['SpaceConnection']>, ParentType, ContextType, Partial<Types.QuerySpacesArgs>>;
  task?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType, RequireFields<Types.QueryTaskArgs, 'id'>>;
  taskGroupPage?: Resolver<Types.Maybe<ResolversTypes['TaskGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryTaskGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  taskGroups?: Resolver<Types.Maybe<Array<ResolversTypes['TaskGroup']>>, ParentType, ContextType, RequireFields<Types.QueryTaskGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  taskStage?: Resolver<Types.Maybe<ResolversTypes['TaskStage']>, ParentType, ContextType, RequireFields<Types.QueryTaskStageArgs, 'id'>>;
  taskStageGroupPage?: Resolver<Types.Maybe<ResolversTypes['TaskStageGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryTaskStageGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  taskStageGroups?: Resolver<Types.Maybe<Array<ResolversTypes['TaskStageGroup']>>, ParentType, ContextType, RequireFields<Types.QueryTaskStageGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  taskStages?: Resolver<Types.Maybe<ResolversTypes['TaskStageConnection']>, ParentType, ContextType, Partial<Types.QueryTaskStagesArgs>>;
  tasks?: Resolver<Types.Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, Partial<Types.QueryTasksArgs>>;
  tax?: Resolver<Types.Maybe<ResolversTypes['Tax']>, ParentType, ContextType, RequireFields<Types.QueryTaxArgs, 'id'>>;
  taxGroupPage?: Resolver<Types.Maybe<ResolversTypes['TaxGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryTaxGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  taxGroups?: Resolver<Types.Maybe<Array<ResolversTypes['TaxGroup']>>, ParentType, ContextType, RequireFields<Types.QueryTaxGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  taxes?: Resolver<Types.Maybe<ResolversTypes['TaxConnection']>, ParentType, ContextType, Partial<Types.QueryTaxesArgs>>;
  template?: Resolver<Types.Maybe<ResolversTypes['Template']>, ParentType, ContextType, RequireFields<Types.QueryTemplateArgs, 'id'>>;
  timesheet?: Resolver<Types.Maybe<ResolversTypes['Timesheet']>, ParentType, ContextType, RequireFields<Types.QueryTimesheetArgs, 'id'>>;
  timesheetGroupPage?: Resolver<Types.Maybe<ResolversTypes['TimesheetGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryTimesheetGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  timesheetGroups?: Resolver<Types.Maybe<Array<ResolversTypes['TimesheetGroup']>>, ParentType, ContextType, RequireFields<Types.QueryTimesheetGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  timesheets?: Resolver<Types.Maybe<ResolversTypes['TimesheetConnection']>, ParentType, ContextType, Partial<Types.QueryTimesheetsArgs>>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<Types.QueryUnitArgs, 'id'>>;
  unitGroupPage?: Resolver<Types.Maybe<ResolversTypes['UnitGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryUnitGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  unitGroups?: Resolver<Types.Maybe<Array<ResolversTypes['UnitGroup']>>, ParentType, ContextType, RequireFields<Types.QueryUnitGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  units?: Resolver<Types.Maybe<ResolversTypes['UnitConnection']>, ParentType, ContextType, Partial<Types.QueryUnitsArgs>>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<Types.QueryUserArgs, 'id'>>;
  userGroupPage?: Resolver<Types.Maybe<ResolversTypes['UserGroupPage']>, ParentType, ContextType, RequireFields<Types.QueryUserGroupPageArgs, 'first' | 'groupBy' | 'offset'>>;
  userGroups?: Resolver<Types.Maybe<Array<ResolversTypes['UserGroup']>>, ParentType, ContextType, RequireFields<Types.QueryUserGroupsArgs, 'first' | 'groupBy' | 'offset'>>;
  users?: Resolver<Types.Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<Types.QueryUsersArgs>>;
  verifyLedger?: Resolver<Types.Maybe<ResolversTypes['LedgerVerification']>, ParentType, ContextType, RequireFields<Types.QueryVerifyLedgerArgs, 'runId'>>;
  viewer?: Resolver<Types.Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  whoMayWrite?: Resolver<Types.Maybe<ResolversTypes['WritePermission']>, ParentType, ContextType, RequireFields<Types.QueryWhoMayWriteArgs, 'coordinate'>>;
};

export type RecordArtifactPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordArtifactPayload'] = ResolversParentTypes['RecordArtifactPayload']> = {
  artifact?: Resolver<Types.Maybe<ResolversTypes['Artifact']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordBackupPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordBackupPayload'] = ResolversParentTypes['RecordBackupPayload']> = {
  backup?: Resolver<Types.Maybe<ResolversTypes['Backup']>, ParentType, ContextType>;
  created?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordBuildPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordBuildPayload'] = ResolversParentTypes['RecordBuildPayload']> = {
  build?: Resolver<Types.Maybe<ResolversTypes['Build']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordDeploymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordDeploymentPayload'] = ResolversParentTypes['RecordDeploymentPayload']> = {
  deployment?: Resolver<Types.Maybe<ResolversTypes['Deployment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RelationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Relation'] = ResolversParentTypes['Relation']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fromDatabaseId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fromPage?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  fromRowId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RelationKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  toDatabaseId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  toPage?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  toRowId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationConnection'] = ResolversParentTypes['RelationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RelationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Relation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RelationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationEdge'] = ResolversParentTypes['RelationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Relation'], ParentType, ContextType>;
};

export type RemoveDatabaseColumnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveDatabaseColumnPayload'] = ResolversParentTypes['RemoveDatabaseColumnPayload']> = {
  database?: Resolver<Types.Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveRelationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveRelationPayload'] = ResolversParentTypes['RemoveRelationPayload']> = {
  removedRelationId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RenameDatabaseChoicePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameDatabaseChoicePayload'] = ResolversParentTypes['RenameDatabaseChoicePayload']> = {
  column?: Resolver<Types.Maybe<ResolversTypes['DatabaseColumn']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RenameDatabaseColumnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameDatabaseColumnPayload'] = ResolversParentTypes['RenameDatabaseColumnPayload']> = {
  column?: Resolver<Types.Maybe<ResolversTypes['DatabaseColumn']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RenameDatabasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameDatabasePayload'] = ResolversParentTypes['RenameDatabasePayload']> = {
  database?: Resolver<Types.Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RenameSpacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameSpacePayload'] = ResolversParentTypes['RenameSpacePayload']> = {
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReopenCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReopenCommentPayload'] = ResolversParentTypes['ReopenCommentPayload']> = {
  comment?: Resolver<Types.Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplyToCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplyToCommentPayload'] = ResolversParentTypes['ReplyToCommentPayload']> = {
  comment?: Resolver<Types.Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestApprovalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestApprovalPayload'] = ResolversParentTypes['RequestApprovalPayload']> = {
  approval?: Resolver<Types.Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestOdooWritePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestOdooWritePayload'] = ResolversParentTypes['RequestOdooWritePayload']> = {
  created?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResolveCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveCommentPayload'] = ResolversParentTypes['ResolveCommentPayload']> = {
  comment?: Resolver<Types.Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestoreDatabasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreDatabasePayload'] = ResolversParentTypes['RestoreDatabasePayload']> = {
  database?: Resolver<Types.Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestoreFromBinPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreFromBinPayload'] = ResolversParentTypes['RestoreFromBinPayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestorePagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestorePagePayload'] = ResolversParentTypes['RestorePagePayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestorePageVersionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestorePageVersionPayload'] = ResolversParentTypes['RestorePageVersionPayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestoreSpacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreSpacePayload'] = ResolversParentTypes['RestoreSpacePayload']> = {
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetryIndexingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryIndexingPayload'] = ResolversParentTypes['RetryIndexingPayload']> = {
  retried?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetryRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryRunPayload'] = ResolversParentTypes['RetryRunPayload']> = {
  created?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetypeDatabaseColumnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetypeDatabaseColumnPayload'] = ResolversParentTypes['RetypeDatabaseColumnPayload']> = {
  column?: Resolver<Types.Maybe<ResolversTypes['DatabaseColumn']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokePermissionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokePermissionPayload'] = ResolversParentTypes['RevokePermissionPayload']> = {
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RoleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Role'] = ResolversParentTypes['Role']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mayApprove?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  members?: Resolver<Types.Maybe<ResolversTypes['ProjectMemberConnection']>, ParentType, ContextType, Partial<Types.RoleMembersArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RoleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoleConnection'] = ResolversParentTypes['RoleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RoleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RoleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoleEdge'] = ResolversParentTypes['RoleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type RunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Run'] = ResolversParentTypes['Run']> = {
  agent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  archivedSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  artifacts?: Resolver<Types.Maybe<ResolversTypes['ArtifactConnection']>, ParentType, ContextType, Partial<Types.RunArtifactsArgs>>;
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelRequestedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cancelRequestedBy?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorCode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorMessage?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<Types.Maybe<ResolversTypes['RunEventConnection']>, ParentType, ContextType, Partial<Types.RunEventsArgs>>;
  fence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idempotencyKey?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  input?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leasedBy?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leasedUntil?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  linesAhead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxAttempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderingKeys?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  output?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  pages?: Resolver<Types.Maybe<ResolversTypes['RunPageConnection']>, ParentType, ContextType, Partial<Types.RunPagesArgs>>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestedBy?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retries?: Resolver<Types.Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<Types.RunRetriesArgs>>;
  retryOf?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  runAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  schedule?: Resolver<Types.Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  startedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  warning?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunChange'] = ResolversParentTypes['RunChange']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
};

export type RunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunConnection'] = ResolversParentTypes['RunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunEdge'] = ResolversParentTypes['RunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type RunEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunEvent'] = ResolversParentTypes['RunEvent']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payload?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunEventConnection'] = ResolversParentTypes['RunEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RunEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RunEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunEventEdge'] = ResolversParentTypes['RunEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RunEvent'], ParentType, ContextType>;
};

export type RunPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunPage'] = ResolversParentTypes['RunPage']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  pageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunPageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunPageConnection'] = ResolversParentTypes['RunPageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RunPageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RunPage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunPageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunPageEdge'] = ResolversParentTypes['RunPageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RunPage'], ParentType, ContextType>;
};

export type RunScheduleNowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunScheduleNowPayload'] = ResolversParentTypes['RunScheduleNowPayload']> = {
  created?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  run?: Resolver<Types.Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  schedule?: Resolver<Types.Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RunStatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunStat'] = ResolversParentTypes['RunStat']> = {
  agent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  p50Ms?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  p95Ms?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
};

export type RunStatConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunStatConnection'] = ResolversParentTypes['RunStatConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RunStatEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RunStat']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunStatEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunStatEdge'] = ResolversParentTypes['RunStatEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RunStat'], ParentType, ContextType>;
};

export type SaleOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrder'] = ResolversParentTypes['SaleOrder']> = {
  amountInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  clientOrderRef?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commitmentDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dateOrder?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveryStatus?: Resolver<Types.Maybe<ResolversTypes['DeliveryStatus']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expenses?: Resolver<Types.Maybe<ResolversTypes['ExpenseConnection']>, ParentType, ContextType, Partial<Types.SaleOrderExpensesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoicePartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  invoiceStatus?: Resolver<Types.Maybe<ResolversTypes['SaleInvoiceStatus']>, ParentType, ContextType>;
  invoices?: Resolver<Types.Maybe<ResolversTypes['MoveConnection']>, ParentType, ContextType, Partial<Types.SaleOrderInvoicesArgs>>;
  isExpired?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  journal?: Resolver<Types.Maybe<ResolversTypes['Journal']>, ParentType, ContextType>;
  lines?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLineConnection']>, ParentType, ContextType, Partial<Types.SaleOrderLinesArgs>>;
  locked?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  prepaymentPercent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  requirePayment?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  requireSignature?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  salesperson?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  shippingPartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  signedBy?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedOn?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['SaleOrderState']>, ParentType, ContextType>;
  tasks?: Resolver<Types.Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, Partial<Types.SaleOrderTasksArgs>>;
  validityDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaleOrderAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderAvg'] = ResolversParentTypes['SaleOrderAvg']> = {
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  prepaymentPercent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type SaleOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderConnection'] = ResolversParentTypes['SaleOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SaleOrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SaleOrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderEdge'] = ResolversParentTypes['SaleOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SaleOrder'], ParentType, ContextType>;
};

export type SaleOrderGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderGroup'] = ResolversParentTypes['SaleOrderGroup']> = {
  avg?: Resolver<ResolversTypes['SaleOrderAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['SaleOrderGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['SaleOrderMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['SaleOrderMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['SaleOrderSum'], ParentType, ContextType>;
};

export type SaleOrderGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderGroupKeys'] = ResolversParentTypes['SaleOrderGroupKeys']> = {
  clientOrderRef?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commitmentDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  dateOrder?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveryStatus?: Resolver<Types.Maybe<ResolversTypes['DeliveryStatus']>, ParentType, ContextType>;
  invoicePartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  invoiceStatus?: Resolver<Types.Maybe<ResolversTypes['SaleInvoiceStatus']>, ParentType, ContextType>;
  journal?: Resolver<Types.Maybe<ResolversTypes['Journal']>, ParentType, ContextType>;
  locked?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  requirePayment?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  requireSignature?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  salesperson?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  shippingPartner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  signedBy?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedOn?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['SaleOrderState']>, ParentType, ContextType>;
  validityDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SaleOrderGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderGroupPage'] = ResolversParentTypes['SaleOrderGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['SaleOrderGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SaleOrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLine'] = ResolversParentTypes['SaleOrderLine']> = {
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  customerLead?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayType?: Resolver<Types.Maybe<ResolversTypes['OrderLineDisplayType']>, ParentType, ContextType>;
  expenses?: Resolver<Types.Maybe<ResolversTypes['ExpenseConnection']>, ParentType, ContextType, Partial<Types.SaleOrderLineExpensesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceLines?: Resolver<Types.Maybe<ResolversTypes['MoveLineConnection']>, ParentType, ContextType, Partial<Types.SaleOrderLineInvoiceLinesArgs>>;
  invoiceStatus?: Resolver<Types.Maybe<ResolversTypes['SaleInvoiceStatus']>, ParentType, ContextType>;
  isDownpayment?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isService?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  product?: Resolver<Types.Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productUomQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  purchaseOrderLines?: Resolver<Types.Maybe<ResolversTypes['PurchaseOrderLineConnection']>, ParentType, ContextType, Partial<Types.SaleOrderLinePurchaseOrderLinesArgs>>;
  qtyDelivered?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  salesperson?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['SaleOrderState']>, ParentType, ContextType>;
  task?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  timesheets?: Resolver<Types.Maybe<ResolversTypes['TimesheetConnection']>, ParentType, ContextType, Partial<Types.SaleOrderLineTimesheetsArgs>>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  untaxedAmountInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaleOrderLineAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLineAvg'] = ResolversParentTypes['SaleOrderLineAvg']> = {
  customerLead?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  productUomQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyDelivered?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type SaleOrderLineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLineConnection'] = ResolversParentTypes['SaleOrderLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SaleOrderLineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SaleOrderLineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLineEdge'] = ResolversParentTypes['SaleOrderLineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SaleOrderLine'], ParentType, ContextType>;
};

export type SaleOrderLineGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLineGroup'] = ResolversParentTypes['SaleOrderLineGroup']> = {
  avg?: Resolver<ResolversTypes['SaleOrderLineAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['SaleOrderLineGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['SaleOrderLineMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['SaleOrderLineMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['SaleOrderLineSum'], ParentType, ContextType>;
};

export type SaleOrderLineGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLineGroupKeys'] = ResolversParentTypes['SaleOrderLineGroupKeys']> = {
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  displayType?: Resolver<Types.Maybe<ResolversTypes['OrderLineDisplayType']>, ParentType, ContextType>;
  invoiceLines?: Resolver<Types.Maybe<ResolversTypes['MoveLine']>, ParentType, ContextType>;
  invoiceStatus?: Resolver<Types.Maybe<ResolversTypes['SaleInvoiceStatus']>, ParentType, ContextType>;
  isDownpayment?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isService?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  product?: Resolver<Types.Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  salesperson?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['SaleOrderState']>, ParentType, ContextType>;
  task?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SaleOrderLineGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLineGroupPage'] = ResolversParentTypes['SaleOrderLineGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['SaleOrderLineGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SaleOrderLineMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLineMax'] = ResolversParentTypes['SaleOrderLineMax']> = {
  customerLead?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  productUomQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyDelivered?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  untaxedAmountInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SaleOrderLineMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLineMin'] = ResolversParentTypes['SaleOrderLineMin']> = {
  customerLead?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  productUomQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyDelivered?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  untaxedAmountInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SaleOrderLineSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderLineSum'] = ResolversParentTypes['SaleOrderLineSum']> = {
  customerLead?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  discount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceSubtotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priceUnit?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  productUomQty?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyDelivered?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  qtyToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountInvoiced?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  untaxedAmountToInvoice?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type SaleOrderMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderMax'] = ResolversParentTypes['SaleOrderMax']> = {
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  commitmentDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dateOrder?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  prepaymentPercent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  signedOn?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validityDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SaleOrderMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderMin'] = ResolversParentTypes['SaleOrderMin']> = {
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  commitmentDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dateOrder?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  prepaymentPercent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  signedOn?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validityDate?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SaleOrderSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleOrderSum'] = ResolversParentTypes['SaleOrderSum']> = {
  amountTax?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountTotal?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountUntaxed?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currencyRate?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  prepaymentPercent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type SavePageAsTemplatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SavePageAsTemplatePayload'] = ResolversParentTypes['SavePageAsTemplatePayload']> = {
  leftOut?: Resolver<Types.Maybe<Array<ResolversTypes['LeftOut']>>, ParentType, ContextType>;
  template?: Resolver<Types.Maybe<ResolversTypes['Template']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Schedule'] = ResolversParentTypes['Schedule']> = {
  agent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  catchUp?: Resolver<ResolversTypes['CatchUp'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expression?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  input?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastDueAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSkippedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  maxAttempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextDueAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  overlap?: Resolver<ResolversTypes['Overlap'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  runs?: Resolver<Types.Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<Types.ScheduleRunsArgs>>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  warning?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScheduleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleConnection'] = ResolversParentTypes['ScheduleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScheduleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Schedule']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScheduleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleEdge'] = ResolversParentTypes['ScheduleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType>;
};

export type SearchIndexStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchIndexState'] = ResolversParentTypes['SearchIndexState']> = {
  isLexical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lagSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oldestPendingSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  pendingPages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  staleChunks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SetProjectMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetProjectMemberPayload'] = ResolversParentTypes['SetProjectMemberPayload']> = {
  member?: Resolver<Types.Maybe<ResolversTypes['ProjectMember']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['DeliveryProject']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SpaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Space'] = ResolversParentTypes['Space']> = {
  archivedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  bin?: Resolver<Types.Maybe<ResolversTypes['BinItemConnection']>, ParentType, ContextType, Partial<Types.SpaceBinArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pages?: Resolver<Types.Maybe<ResolversTypes['PageConnection']>, ParentType, ContextType, Partial<Types.SpacePagesArgs>>;
  permissions?: Resolver<Types.Maybe<ResolversTypes['PermissionConnection']>, ParentType, ContextType, Partial<Types.SpacePermissionsArgs>>;
  templates?: Resolver<Types.Maybe<ResolversTypes['TemplateConnection']>, ParentType, ContextType, Partial<Types.SpaceTemplatesArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SpaceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpaceConnection'] = ResolversParentTypes['SpaceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SpaceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Space']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SpaceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpaceEdge'] = ResolversParentTypes['SpaceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Space'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  askDocsAnswer?: SubscriptionResolver<Types.Maybe<ResolversTypes['DocsAnswerEvent']>, "askDocsAnswer", ParentType, ContextType, RequireFields<Types.SubscriptionAskDocsAnswerArgs, 'first' | 'question'>>;
  pageChanged?: SubscriptionResolver<Types.Maybe<ResolversTypes['PageChange']>, "pageChanged", ParentType, ContextType, Partial<Types.SubscriptionPageChangedArgs>>;
  runEvents?: SubscriptionResolver<Types.Maybe<ResolversTypes['RunEvent']>, "runEvents", ParentType, ContextType, RequireFields<Types.SubscriptionRunEventsArgs, 'after' | 'runId'>>;
  runs?: SubscriptionResolver<Types.Maybe<ResolversTypes['RunChange']>, "runs", ParentType, ContextType, Partial<Types.SubscriptionRunsArgs>>;
};

export type TaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  assignees?: Resolver<Types.Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<Types.TaskAssigneesArgs>>;
  blockedBy?: Resolver<Types.Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, Partial<Types.TaskBlockedByArgs>>;
  blocks?: Resolver<Types.Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, Partial<Types.TaskBlocksArgs>>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateAssign?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateDeadline?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateEnd?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateLastStageUpdate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isClosed?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  overtime?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  priority?: Resolver<Types.Maybe<ResolversTypes['TaskPriority']>, ParentType, ContextType>;
  progress?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  properties?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stage?: Resolver<Types.Maybe<ResolversTypes['TaskStage']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['TaskState']>, ParentType, ContextType>;
  subtaskCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  subtaskEffectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  subtasks?: Resolver<Types.Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, Partial<Types.TaskSubtasksArgs>>;
  tags?: Resolver<Types.Maybe<ResolversTypes['ProjectTagConnection']>, ParentType, ContextType, Partial<Types.TaskTagsArgs>>;
  timesheets?: Resolver<Types.Maybe<ResolversTypes['TimesheetConnection']>, ParentType, ContextType, Partial<Types.TaskTimesheetsArgs>>;
  totalHoursSpent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskAvg'] = ResolversParentTypes['TaskAvg']> = {
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  effectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  overtime?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  progress?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  subtaskEffectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalHoursSpent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Task']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type TaskGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskGroup'] = ResolversParentTypes['TaskGroup']> = {
  avg?: Resolver<ResolversTypes['TaskAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['TaskGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['TaskMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['TaskMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['TaskSum'], ParentType, ContextType>;
};

export type TaskGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskGroupKeys'] = ResolversParentTypes['TaskGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  assignees?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  blockedBy?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  blocks?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateAssign?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateDeadline?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateEnd?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateLastStageUpdate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  priority?: Resolver<Types.Maybe<ResolversTypes['TaskPriority']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  stage?: Resolver<Types.Maybe<ResolversTypes['TaskStage']>, ParentType, ContextType>;
  state?: Resolver<Types.Maybe<ResolversTypes['TaskState']>, ParentType, ContextType>;
  tags?: Resolver<Types.Maybe<ResolversTypes['ProjectTag']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TaskGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskGroupPage'] = ResolversParentTypes['TaskGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['TaskGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TaskMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskMax'] = ResolversParentTypes['TaskMax']> = {
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateAssign?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateDeadline?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateEnd?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateLastStageUpdate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  effectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  overtime?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  progress?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  subtaskEffectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalHoursSpent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TaskMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskMin'] = ResolversParentTypes['TaskMin']> = {
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateAssign?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateDeadline?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateEnd?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateLastStageUpdate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  effectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  overtime?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  progress?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  subtaskEffectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalHoursSpent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TaskStageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStage'] = ResolversParentTypes['TaskStage']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fold?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  projects?: Resolver<Types.Maybe<ResolversTypes['ProjectConnection']>, ParentType, ContextType, Partial<Types.TaskStageProjectsArgs>>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskStageAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStageAvg'] = ResolversParentTypes['TaskStageAvg']> = {
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TaskStageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStageConnection'] = ResolversParentTypes['TaskStageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaskStageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TaskStage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskStageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStageEdge'] = ResolversParentTypes['TaskStageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TaskStage'], ParentType, ContextType>;
};

export type TaskStageGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStageGroup'] = ResolversParentTypes['TaskStageGroup']> = {
  avg?: Resolver<ResolversTypes['TaskStageAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['TaskStageGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['TaskStageMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['TaskStageMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['TaskStageSum'], ParentType, ContextType>;
};

export type TaskStageGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStageGroupKeys'] = ResolversParentTypes['TaskStageGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  fold?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projects?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TaskStageGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStageGroupPage'] = ResolversParentTypes['TaskStageGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['TaskStageGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TaskStageMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStageMax'] = ResolversParentTypes['TaskStageMax']> = {
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TaskStageMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStageMin'] = ResolversParentTypes['TaskStageMin']> = {
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TaskStageSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStageSum'] = ResolversParentTypes['TaskStageSum']> = {
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TaskSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskSum'] = ResolversParentTypes['TaskSum']> = {
  allocatedHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  effectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  overtime?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  progress?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  remainingHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  subtaskEffectiveHours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalHoursSpent?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tax'] = ResolversParentTypes['Tax']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amountType?: Resolver<Types.Maybe<ResolversTypes['TaxAmountType']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  typeTaxUse?: Resolver<Types.Maybe<ResolversTypes['TaxUse']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaxAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxAvg'] = ResolversParentTypes['TaxAvg']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TaxConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxConnection'] = ResolversParentTypes['TaxConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaxEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Tax']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxEdge'] = ResolversParentTypes['TaxEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Tax'], ParentType, ContextType>;
};

export type TaxGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxGroup'] = ResolversParentTypes['TaxGroup']> = {
  avg?: Resolver<ResolversTypes['TaxAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['TaxGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['TaxMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['TaxMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['TaxSum'], ParentType, ContextType>;
};

export type TaxGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxGroupKeys'] = ResolversParentTypes['TaxGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  amountType?: Resolver<Types.Maybe<ResolversTypes['TaxAmountType']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typeTaxUse?: Resolver<Types.Maybe<ResolversTypes['TaxUse']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TaxGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxGroupPage'] = ResolversParentTypes['TaxGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['TaxGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TaxMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxMax'] = ResolversParentTypes['TaxMax']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TaxMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxMin'] = ResolversParentTypes['TaxMin']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TaxSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxSum'] = ResolversParentTypes['TaxSum']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Template'] = ResolversParentTypes['Template']> = {
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  space?: Resolver<Types.Maybe<ResolversTypes['Space']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TemplateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateConnection'] = ResolversParentTypes['TemplateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TemplateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Template']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TemplateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateEdge'] = ResolversParentTypes['TemplateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Template'], ParentType, ContextType>;
};

export type TimesheetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Timesheet'] = ResolversParentTypes['Timesheet']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  billableType?: Resolver<Types.Maybe<ResolversTypes['TimesheetBillableType']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  department?: Resolver<Types.Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  hours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoice?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  jobTitle?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parentTask?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  task?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimesheetAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimesheetAvg'] = ResolversParentTypes['TimesheetAvg']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  hours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TimesheetConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimesheetConnection'] = ResolversParentTypes['TimesheetConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TimesheetEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Timesheet']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TimesheetEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimesheetEdge'] = ResolversParentTypes['TimesheetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Timesheet'], ParentType, ContextType>;
};

export type TimesheetGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimesheetGroup'] = ResolversParentTypes['TimesheetGroup']> = {
  avg?: Resolver<ResolversTypes['TimesheetAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['TimesheetGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['TimesheetMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['TimesheetMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['TimesheetSum'], ParentType, ContextType>;
};

export type TimesheetGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimesheetGroupKeys'] = ResolversParentTypes['TimesheetGroupKeys']> = {
  billableType?: Resolver<Types.Maybe<ResolversTypes['TimesheetBillableType']>, ParentType, ContextType>;
  company?: Resolver<Types.Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Types.Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  department?: Resolver<Types.Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  employee?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  invoice?: Resolver<Types.Maybe<ResolversTypes['Move']>, ParentType, ContextType>;
  jobTitle?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manager?: Resolver<Types.Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parentTask?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  partner?: Resolver<Types.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  project?: Resolver<Types.Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  saleOrder?: Resolver<Types.Maybe<ResolversTypes['SaleOrder']>, ParentType, ContextType>;
  saleOrderLine?: Resolver<Types.Maybe<ResolversTypes['SaleOrderLine']>, ParentType, ContextType>;
  task?: Resolver<Types.Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  user?: Resolver<Types.Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TimesheetGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimesheetGroupPage'] = ResolversParentTypes['TimesheetGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['TimesheetGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TimesheetMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimesheetMax'] = ResolversParentTypes['TimesheetMax']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  hours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TimesheetMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimesheetMin'] = ResolversParentTypes['TimesheetMin']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  createDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  hours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TimesheetSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimesheetSum'] = ResolversParentTypes['TimesheetSum']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  hours?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TypedRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TypedRow'] = ResolversParentTypes['TypedRow']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TypedRowEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TypedRowEdge'] = ResolversParentTypes['TypedRowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TypedRow'], ParentType, ContextType>;
};

export type TypedRowsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TypedRows'] = ResolversParentTypes['TypedRows']> = {
  edges?: Resolver<Array<ResolversTypes['TypedRowEdge']>, ParentType, ContextType>;
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TypedRow']>, ParentType, ContextType>;
};

export type UnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  factor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  relativeFactor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  relativeUnit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnitAvgResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitAvg'] = ResolversParentTypes['UnitAvg']> = {
  factor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  relativeFactor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type UnitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitConnection'] = ResolversParentTypes['UnitConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitEdge'] = ResolversParentTypes['UnitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type UnitGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitGroup'] = ResolversParentTypes['UnitGroup']> = {
  avg?: Resolver<ResolversTypes['UnitAvg'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['UnitGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['UnitMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['UnitMin'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['UnitSum'], ParentType, ContextType>;
};

export type UnitGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitGroupKeys'] = ResolversParentTypes['UnitGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relativeUnit?: Resolver<Types.Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UnitGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitGroupPage'] = ResolversParentTypes['UnitGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['UnitGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UnitMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitMax'] = ResolversParentTypes['UnitMax']> = {
  factor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  relativeFactor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UnitMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitMin'] = ResolversParentTypes['UnitMin']> = {
  factor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  relativeFactor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UnitSumResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitSum'] = ResolversParentTypes['UnitSum']> = {
  factor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  relativeFactor?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sequence?: Resolver<Types.Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type UnlinkOdooRecordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlinkOdooRecordPayload'] = ResolversParentTypes['UnlinkOdooRecordPayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateDatabaseRowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateDatabaseRowPayload'] = ResolversParentTypes['UpdateDatabaseRowPayload']> = {
  row?: Resolver<Types.Maybe<ResolversTypes['DatabaseRow']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdatePagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePagePayload'] = ResolversParentTypes['UpdatePagePayload']> = {
  page?: Resolver<Types.Maybe<ResolversTypes['Page']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateTemplatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTemplatePayload'] = ResolversParentTypes['UpdateTemplatePayload']> = {
  leftOut?: Resolver<Types.Maybe<Array<ResolversTypes['LeftOut']>>, ParentType, ContextType>;
  template?: Resolver<Types.Maybe<ResolversTypes['Template']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpsertProjectPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertProjectPayload'] = ResolversParentTypes['UpsertProjectPayload']> = {
  project?: Resolver<Types.Maybe<ResolversTypes['DeliveryProject']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpsertSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertSchedulePayload'] = ResolversParentTypes['UpsertSchedulePayload']> = {
  schedule?: Resolver<Types.Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  login?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  details?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Types.Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type UserGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserGroup'] = ResolversParentTypes['UserGroup']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ResolversTypes['UserGroupKeys'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['UserMax'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['UserMin'], ParentType, ContextType>;
};

export type UserGroupKeysResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserGroupKeys'] = ResolversParentTypes['UserGroupKeys']> = {
  active?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  login?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserGroupPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserGroupPage'] = ResolversParentTypes['UserGroupPage']> = {
  groups?: Resolver<Array<ResolversTypes['UserGroup']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UserMaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserMax'] = ResolversParentTypes['UserMax']> = {
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserMinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserMin'] = ResolversParentTypes['UserMin']> = {
  writeDate?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  actsFor?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  agent?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clientId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isAnonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ViewerKind'], ParentType, ContextType>;
};

export type WritePermissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WritePermission'] = ResolversParentTypes['WritePermission']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  writers?: Resolver<Array<ResolversTypes['DoctrineWriter']>, ParentType, ContextType>;
};

export type WrittenAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrittenAnswer'] = ResolversParentTypes['WrittenAnswer']> = {
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  omittedSentences?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AccountGroup?: AccountGroupResolvers<ContextType>;
  AccountGroupKeys?: AccountGroupKeysResolvers<ContextType>;
  AccountGroupPage?: AccountGroupPageResolvers<ContextType>;
  AccountMax?: AccountMaxResolvers<ContextType>;
  AccountMin?: AccountMinResolvers<ContextType>;
  AddCommentPayload?: AddCommentPayloadResolvers<ContextType>;
  AddDatabaseColumnPayload?: AddDatabaseColumnPayloadResolvers<ContextType>;
  AddRelationPayload?: AddRelationPayloadResolvers<ContextType>;
  AppendRunEventPayload?: AppendRunEventPayloadResolvers<ContextType>;
  ApplyBlockOperationsPayload?: ApplyBlockOperationsPayloadResolvers<ContextType>;
  Approval?: ApprovalResolvers<ContextType>;
  ApprovalConnection?: ApprovalConnectionResolvers<ContextType>;
  ApprovalEdge?: ApprovalEdgeResolvers<ContextType>;
  Archive?: ArchiveResolvers<ContextType>;
  ArchiveConnection?: ArchiveConnectionResolvers<ContextType>;
  ArchiveDatabasePayload?: ArchiveDatabasePayloadResolvers<ContextType>;
  ArchiveEdge?: ArchiveEdgeResolvers<ContextType>;
  ArchivePagePayload?: ArchivePagePayloadResolvers<ContextType>;
  ArchiveSpacePayload?: ArchiveSpacePayloadResolvers<ContextType>;
  Artifact?: ArtifactResolvers<ContextType>;
  ArtifactConnection?: ArtifactConnectionResolvers<ContextType>;
  ArtifactEdge?: ArtifactEdgeResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  AttachmentConnection?: AttachmentConnectionResolvers<ContextType>;
  AttachmentEdge?: AttachmentEdgeResolvers<ContextType>;
  Backup?: BackupResolvers<ContextType>;
  BackupConnection?: BackupConnectionResolvers<ContextType>;
  BackupEdge?: BackupEdgeResolvers<ContextType>;
  BinItem?: BinItemResolvers<ContextType>;
  BinItemConnection?: BinItemConnectionResolvers<ContextType>;
  BinItemEdge?: BinItemEdgeResolvers<ContextType>;
  BirFiling?: BirFilingResolvers<ContextType>;
  BirFilingAvg?: BirFilingAvgResolvers<ContextType>;
  BirFilingConnection?: BirFilingConnectionResolvers<ContextType>;
  BirFilingEdge?: BirFilingEdgeResolvers<ContextType>;
  BirFilingGroup?: BirFilingGroupResolvers<ContextType>;
  BirFilingGroupKeys?: BirFilingGroupKeysResolvers<ContextType>;
  BirFilingGroupPage?: BirFilingGroupPageResolvers<ContextType>;
  BirFilingMax?: BirFilingMaxResolvers<ContextType>;
  BirFilingMin?: BirFilingMinResolvers<ContextType>;
  BirFilingSum?: BirFilingSumResolvers<ContextType>;
  Block?: BlockResolvers<ContextType>;
  BlockConnection?: BlockConnectionResolvers<ContextType>;
  BlockEdge?: BlockEdgeResolvers<ContextType>;
  Breadcrumb?: BreadcrumbResolvers<ContextType>;
  BreadcrumbConnection?: BreadcrumbConnectionResolvers<ContextType>;
  BreadcrumbEdge?: BreadcrumbEdgeResolvers<ContextType>;
  Build?: BuildResolvers<ContextType>;
  BuildConnection?: BuildConnectionResolvers<ContextType>;
  BuildEdge?: BuildEdgeResolvers<ContextType>;
  ByteCount?: GraphQLScalarType;
  CalledFunction?: CalledFunctionResolvers<ContextType>;
  CancelRunPayload?: CancelRunPayloadResolvers<ContextType>;
  CellGroup?: CellGroupResolvers<ContextType>;
  CellGroups?: CellGroupsResolvers<ContextType>;
  ChangePermissionPayload?: ChangePermissionPayloadResolvers<ContextType>;
  ChangeSpaceLanguagePayload?: ChangeSpaceLanguagePayloadResolvers<ContextType>;
  Citation?: CitationResolvers<ContextType>;
  ClaimRunsPayload?: ClaimRunsPayloadResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  CompanyAvg?: CompanyAvgResolvers<ContextType>;
  CompanyConnection?: CompanyConnectionResolvers<ContextType>;
  CompanyEdge?: CompanyEdgeResolvers<ContextType>;
  CompanyGroup?: CompanyGroupResolvers<ContextType>;
  CompanyGroupKeys?: CompanyGroupKeysResolvers<ContextType>;
  CompanyGroupPage?: CompanyGroupPageResolvers<ContextType>;
  CompanyMax?: CompanyMaxResolvers<ContextType>;
  CompanyMin?: CompanyMinResolvers<ContextType>;
  CompanySum?: CompanySumResolvers<ContextType>;
  ConfirmAttachmentPayload?: ConfirmAttachmentPayloadResolvers<ContextType>;
  Country?: CountryResolvers<ContextType>;
  CountryAvg?: CountryAvgResolvers<ContextType>;
  CountryConnection?: CountryConnectionResolvers<ContextType>;
  CountryEdge?: CountryEdgeResolvers<ContextType>;
  CountryGroup?: CountryGroupResolvers<ContextType>;
  CountryGroupKeys?: CountryGroupKeysResolvers<ContextType>;
  CountryGroupPage?: CountryGroupPageResolvers<ContextType>;
  CountryMax?: CountryMaxResolvers<ContextType>;
  CountryMin?: CountryMinResolvers<ContextType>;
  CountrySum?: CountrySumResolvers<ContextType>;
  CreateAttachmentUploadPayload?: CreateAttachmentUploadPayloadResolvers<ContextType>;
  CreateDatabasePayload?: CreateDatabasePayloadResolvers<ContextType>;
  CreatePagePayload?: CreatePagePayloadResolvers<ContextType>;
  CreateSpacePayload?: CreateSpacePayloadResolvers<ContextType>;
  CreatedBlock?: CreatedBlockResolvers<ContextType>;
  Currency?: CurrencyResolvers<ContextType>;
  CurrencyAvg?: CurrencyAvgResolvers<ContextType>;
  CurrencyConnection?: CurrencyConnectionResolvers<ContextType>;
  CurrencyEdge?: CurrencyEdgeResolvers<ContextType>;
  CurrencyGroup?: CurrencyGroupResolvers<ContextType>;
  CurrencyGroupKeys?: CurrencyGroupKeysResolvers<ContextType>;
  CurrencyGroupPage?: CurrencyGroupPageResolvers<ContextType>;
  CurrencyMax?: CurrencyMaxResolvers<ContextType>;
  CurrencyMin?: CurrencyMinResolvers<ContextType>;
  CurrencySum?: CurrencySumResolvers<ContextType>;
  Database?: DatabaseResolvers<ContextType>;
  DatabaseColumn?: DatabaseColumnResolvers<ContextType>;
  DatabaseColumnConnection?: DatabaseColumnConnectionResolvers<ContextType>;
  DatabaseColumnEdge?: DatabaseColumnEdgeResolvers<ContextType>;
  DatabaseConnection?: DatabaseConnectionResolvers<ContextType>;
  DatabaseEdge?: DatabaseEdgeResolvers<ContextType>;
  DatabaseRow?: DatabaseRowResolvers<ContextType>;
  DatabaseRowConnection?: DatabaseRowConnectionResolvers<ContextType>;
  DatabaseRowEdge?: DatabaseRowEdgeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DecideApprovalPayload?: DecideApprovalPayloadResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  DeleteAttachmentPayload?: DeleteAttachmentPayloadResolvers<ContextType>;
  DeleteCommentPayload?: DeleteCommentPayloadResolvers<ContextType>;
  DeleteDatabaseRowPayload?: DeleteDatabaseRowPayloadResolvers<ContextType>;
  DeleteSchedulePayload?: DeleteSchedulePayloadResolvers<ContextType>;
  DeleteTemplatePayload?: DeleteTemplatePayloadResolvers<ContextType>;
  DeliveryProject?: DeliveryProjectResolvers<ContextType>;
  DeliveryProjectConnection?: DeliveryProjectConnectionResolvers<ContextType>;
  DeliveryProjectEdge?: DeliveryProjectEdgeResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  DepartmentConnection?: DepartmentConnectionResolvers<ContextType>;
  DepartmentEdge?: DepartmentEdgeResolvers<ContextType>;
  DepartmentGroup?: DepartmentGroupResolvers<ContextType>;
  DepartmentGroupKeys?: DepartmentGroupKeysResolvers<ContextType>;
  DepartmentGroupPage?: DepartmentGroupPageResolvers<ContextType>;
  DepartmentMax?: DepartmentMaxResolvers<ContextType>;
  DepartmentMin?: DepartmentMinResolvers<ContextType>;
  Deployment?: DeploymentResolvers<ContextType>;
  DeploymentConnection?: DeploymentConnectionResolvers<ContextType>;
  DeploymentEdge?: DeploymentEdgeResolvers<ContextType>;
  DocsAnswer?: DocsAnswerResolvers<ContextType>;
  DocsAnswerEvent?: DocsAnswerEventResolvers<ContextType>;
  Doctrine?: DoctrineResolvers<ContextType>;
  DoctrineAgent?: DoctrineAgentResolvers<ContextType>;
  DoctrineConstraint?: DoctrineConstraintResolvers<ContextType>;
  DoctrineLimit?: DoctrineLimitResolvers<ContextType>;
  DoctrineOdooWrite?: DoctrineOdooWriteResolvers<ContextType>;
  DoctrineSource?: DoctrineSourceResolvers<ContextType>;
  DoctrineSurface?: DoctrineSurfaceResolvers<ContextType>;
  DoctrineWriter?: DoctrineWriterResolvers<ContextType>;
  DuplicatePagePayload?: DuplicatePagePayloadResolvers<ContextType>;
  EditCommentPayload?: EditCommentPayloadResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  EmployeeAvg?: EmployeeAvgResolvers<ContextType>;
  EmployeeConnection?: EmployeeConnectionResolvers<ContextType>;
  EmployeeEdge?: EmployeeEdgeResolvers<ContextType>;
  EmployeeGroup?: EmployeeGroupResolvers<ContextType>;
  EmployeeGroupKeys?: EmployeeGroupKeysResolvers<ContextType>;
  EmployeeGroupPage?: EmployeeGroupPageResolvers<ContextType>;
  EmployeeMax?: EmployeeMaxResolvers<ContextType>;
  EmployeeMin?: EmployeeMinResolvers<ContextType>;
  EmployeeSum?: EmployeeSumResolvers<ContextType>;
  EnqueueRunPayload?: EnqueueRunPayloadResolvers<ContextType>;
  Environment?: EnvironmentResolvers<ContextType>;
  EnvironmentConnection?: EnvironmentConnectionResolvers<ContextType>;
  EnvironmentEdge?: EnvironmentEdgeResolvers<ContextType>;
  Expense?: ExpenseResolvers<ContextType>;
  ExpenseAvg?: ExpenseAvgResolvers<ContextType>;
  ExpenseConnection?: ExpenseConnectionResolvers<ContextType>;
  ExpenseEdge?: ExpenseEdgeResolvers<ContextType>;
  ExpenseGroup?: ExpenseGroupResolvers<ContextType>;
  ExpenseGroupKeys?: ExpenseGroupKeysResolvers<ContextType>;
  ExpenseGroupPage?: ExpenseGroupPageResolvers<ContextType>;
  ExpenseMax?: ExpenseMaxResolvers<ContextType>;
  ExpenseMin?: ExpenseMinResolvers<ContextType>;
  ExpenseSum?: ExpenseSumResolvers<ContextType>;
  GrantPermissionPayload?: GrantPermissionPayloadResolvers<ContextType>;
  HeartbeatRunPayload?: HeartbeatRunPayloadResolvers<ContextType>;
  HistoryChange?: HistoryChangeResolvers<ContextType>;
  HistoryChangeConnection?: HistoryChangeConnectionResolvers<ContextType>;
  HistoryChangeEdge?: HistoryChangeEdgeResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  HistoryEntryConnection?: HistoryEntryConnectionResolvers<ContextType>;
  HistoryEntryEdge?: HistoryEntryEdgeResolvers<ContextType>;
  IndexQueueEntry?: IndexQueueEntryResolvers<ContextType>;
  IndexQueueEntryConnection?: IndexQueueEntryConnectionResolvers<ContextType>;
  IndexQueueEntryEdge?: IndexQueueEntryEdgeResolvers<ContextType>;
  InsertDatabaseRowPayload?: InsertDatabaseRowPayloadResolvers<ContextType>;
  InsertDatabaseRowsPayload?: InsertDatabaseRowsPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Journal?: JournalResolvers<ContextType>;
  JournalAvg?: JournalAvgResolvers<ContextType>;
  JournalConnection?: JournalConnectionResolvers<ContextType>;
  JournalEdge?: JournalEdgeResolvers<ContextType>;
  JournalGroup?: JournalGroupResolvers<ContextType>;
  JournalGroupKeys?: JournalGroupKeysResolvers<ContextType>;
  JournalGroupPage?: JournalGroupPageResolvers<ContextType>;
  JournalMax?: JournalMaxResolvers<ContextType>;
  JournalMin?: JournalMinResolvers<ContextType>;
  JournalSum?: JournalSumResolvers<ContextType>;
  LedgerVerification?: LedgerVerificationResolvers<ContextType>;
  LeftOut?: LeftOutResolvers<ContextType>;
  LinkOdooRecordPayload?: LinkOdooRecordPayloadResolvers<ContextType>;
  LinkOdooUserPayload?: LinkOdooUserPayloadResolvers<ContextType>;
  MarkRunFinishedPayload?: MarkRunFinishedPayloadResolvers<ContextType>;
  MarkRunRunningPayload?: MarkRunRunningPayloadResolvers<ContextType>;
  Move?: MoveResolvers<ContextType>;
  MoveAvg?: MoveAvgResolvers<ContextType>;
  MoveConnection?: MoveConnectionResolvers<ContextType>;
  MoveEdge?: MoveEdgeResolvers<ContextType>;
  MoveGroup?: MoveGroupResolvers<ContextType>;
  MoveGroupKeys?: MoveGroupKeysResolvers<ContextType>;
  MoveGroupPage?: MoveGroupPageResolvers<ContextType>;
  MoveLine?: MoveLineResolvers<ContextType>;
  MoveLineAvg?: MoveLineAvgResolvers<ContextType>;
  MoveLineConnection?: MoveLineConnectionResolvers<ContextType>;
  MoveLineEdge?: MoveLineEdgeResolvers<ContextType>;
  MoveLineGroup?: MoveLineGroupResolvers<ContextType>;
  MoveLineGroupKeys?: MoveLineGroupKeysResolvers<ContextType>;
  MoveLineGroupPage?: MoveLineGroupPageResolvers<ContextType>;
  MoveLineMax?: MoveLineMaxResolvers<ContextType>;
  MoveLineMin?: MoveLineMinResolvers<ContextType>;
  MoveLineSum?: MoveLineSumResolvers<ContextType>;
  MoveMax?: MoveMaxResolvers<ContextType>;
  MoveMin?: MoveMinResolvers<ContextType>;
  MovePagePayload?: MovePagePayloadResolvers<ContextType>;
  MoveSum?: MoveSumResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OdooUserLink?: OdooUserLinkResolvers<ContextType>;
  OdooUserLinkConnection?: OdooUserLinkConnectionResolvers<ContextType>;
  OdooUserLinkEdge?: OdooUserLinkEdgeResolvers<ContextType>;
  Page?: PageResolvers<ContextType>;
  PageChange?: PageChangeResolvers<ContextType>;
  PageConnection?: PageConnectionResolvers<ContextType>;
  PageEdge?: PageEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PageMatch?: PageMatchResolvers<ContextType>;
  PageTree?: PageTreeResolvers<ContextType>;
  PageTreeNode?: PageTreeNodeResolvers<ContextType>;
  Partner?: PartnerResolvers<ContextType>;
  PartnerAvg?: PartnerAvgResolvers<ContextType>;
  PartnerConnection?: PartnerConnectionResolvers<ContextType>;
  PartnerEdge?: PartnerEdgeResolvers<ContextType>;
  PartnerGroup?: PartnerGroupResolvers<ContextType>;
  PartnerGroupKeys?: PartnerGroupKeysResolvers<ContextType>;
  PartnerGroupPage?: PartnerGroupPageResolvers<ContextType>;
  PartnerMax?: PartnerMaxResolvers<ContextType>;
  PartnerMin?: PartnerMinResolvers<ContextType>;
  PartnerSum?: PartnerSumResolvers<ContextType>;
  Passage?: PassageResolvers<ContextType>;
  PauseSchedulePayload?: PauseSchedulePayloadResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentAvg?: PaymentAvgResolvers<ContextType>;
  PaymentConnection?: PaymentConnectionResolvers<ContextType>;
  PaymentEdge?: PaymentEdgeResolvers<ContextType>;
  PaymentGroup?: PaymentGroupResolvers<ContextType>;
  PaymentGroupKeys?: PaymentGroupKeysResolvers<ContextType>;
  PaymentGroupPage?: PaymentGroupPageResolvers<ContextType>;
  PaymentMax?: PaymentMaxResolvers<ContextType>;
  PaymentMin?: PaymentMinResolvers<ContextType>;
  PaymentSum?: PaymentSumResolvers<ContextType>;
  Permission?: PermissionResolvers<ContextType>;
  PermissionConnection?: PermissionConnectionResolvers<ContextType>;
  PermissionEdge?: PermissionEdgeResolvers<ContextType>;
  PermissionExplanation?: PermissionExplanationResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductAvg?: ProductAvgResolvers<ContextType>;
  ProductCategory?: ProductCategoryResolvers<ContextType>;
  ProductCategoryConnection?: ProductCategoryConnectionResolvers<ContextType>;
  ProductCategoryEdge?: ProductCategoryEdgeResolvers<ContextType>;
  ProductCategoryGroup?: ProductCategoryGroupResolvers<ContextType>;
  ProductCategoryGroupKeys?: ProductCategoryGroupKeysResolvers<ContextType>;
  ProductCategoryGroupPage?: ProductCategoryGroupPageResolvers<ContextType>;
  ProductCategoryMax?: ProductCategoryMaxResolvers<ContextType>;
  ProductCategoryMin?: ProductCategoryMinResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductGroup?: ProductGroupResolvers<ContextType>;
  ProductGroupKeys?: ProductGroupKeysResolvers<ContextType>;
  ProductGroupPage?: ProductGroupPageResolvers<ContextType>;
  ProductMax?: ProductMaxResolvers<ContextType>;
  ProductMin?: ProductMinResolvers<ContextType>;
  ProductSum?: ProductSumResolvers<ContextType>;
  ProductTemplate?: ProductTemplateResolvers<ContextType>;
  ProductTemplateAvg?: ProductTemplateAvgResolvers<ContextType>;
  ProductTemplateConnection?: ProductTemplateConnectionResolvers<ContextType>;
  ProductTemplateEdge?: ProductTemplateEdgeResolvers<ContextType>;
  ProductTemplateGroup?: ProductTemplateGroupResolvers<ContextType>;
  ProductTemplateGroupKeys?: ProductTemplateGroupKeysResolvers<ContextType>;
  ProductTemplateGroupPage?: ProductTemplateGroupPageResolvers<ContextType>;
  ProductTemplateMax?: ProductTemplateMaxResolvers<ContextType>;
  ProductTemplateMin?: ProductTemplateMinResolvers<ContextType>;
  ProductTemplateSum?: ProductTemplateSumResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectAvg?: ProjectAvgResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  ProjectGroup?: ProjectGroupResolvers<ContextType>;
  ProjectGroupKeys?: ProjectGroupKeysResolvers<ContextType>;
  ProjectGroupPage?: ProjectGroupPageResolvers<ContextType>;
  ProjectMax?: ProjectMaxResolvers<ContextType>;
  ProjectMember?: ProjectMemberResolvers<ContextType>;
  ProjectMemberConnection?: ProjectMemberConnectionResolvers<ContextType>;
  ProjectMemberEdge?: ProjectMemberEdgeResolvers<ContextType>;
  ProjectMin?: ProjectMinResolvers<ContextType>;
  ProjectSum?: ProjectSumResolvers<ContextType>;
  ProjectTag?: ProjectTagResolvers<ContextType>;
  ProjectTagAvg?: ProjectTagAvgResolvers<ContextType>;
  ProjectTagConnection?: ProjectTagConnectionResolvers<ContextType>;
  ProjectTagEdge?: ProjectTagEdgeResolvers<ContextType>;
  ProjectTagGroup?: ProjectTagGroupResolvers<ContextType>;
  ProjectTagGroupKeys?: ProjectTagGroupKeysResolvers<ContextType>;
  ProjectTagGroupPage?: ProjectTagGroupPageResolvers<ContextType>;
  ProjectTagMax?: ProjectTagMaxResolvers<ContextType>;
  ProjectTagMin?: ProjectTagMinResolvers<ContextType>;
  ProjectTagSum?: ProjectTagSumResolvers<ContextType>;
  PurchaseOrder?: PurchaseOrderResolvers<ContextType>;
  PurchaseOrderAvg?: PurchaseOrderAvgResolvers<ContextType>;
  PurchaseOrderConnection?: PurchaseOrderConnectionResolvers<ContextType>;
  PurchaseOrderEdge?: PurchaseOrderEdgeResolvers<ContextType>;
  PurchaseOrderGroup?: PurchaseOrderGroupResolvers<ContextType>;
  PurchaseOrderGroupKeys?: PurchaseOrderGroupKeysResolvers<ContextType>;
  PurchaseOrderGroupPage?: PurchaseOrderGroupPageResolvers<ContextType>;
  PurchaseOrderLine?: PurchaseOrderLineResolvers<ContextType>;
  PurchaseOrderLineAvg?: PurchaseOrderLineAvgResolvers<ContextType>;
  PurchaseOrderLineConnection?: PurchaseOrderLineConnectionResolvers<ContextType>;
  PurchaseOrderLineEdge?: PurchaseOrderLineEdgeResolvers<ContextType>;
  PurchaseOrderLineGroup?: PurchaseOrderLineGroupResolvers<ContextType>;
  PurchaseOrderLineGroupKeys?: PurchaseOrderLineGroupKeysResolvers<ContextType>;
  PurchaseOrderLineGroupPage?: PurchaseOrderLineGroupPageResolvers<ContextType>;
  PurchaseOrderLineMax?: PurchaseOrderLineMaxResolvers<ContextType>;
  PurchaseOrderLineMin?: PurchaseOrderLineMinResolvers<ContextType>;
  PurchaseOrderLineSum?: PurchaseOrderLineSumResolvers<ContextType>;
  PurchaseOrderMax?: PurchaseOrderMaxResolvers<ContextType>;
  PurchaseOrderMin?: PurchaseOrderMinResolvers<ContextType>;
  PurchaseOrderSum?: PurchaseOrderSumResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordArtifactPayload?: RecordArtifactPayloadResolvers<ContextType>;
  RecordBackupPayload?: RecordBackupPayloadResolvers<ContextType>;
  RecordBuildPayload?: RecordBuildPayloadResolvers<ContextType>;
  RecordDeploymentPayload?: RecordDeploymentPayloadResolvers<ContextType>;
  Relation?: RelationResolvers<ContextType>;
  RelationConnection?: RelationConnectionResolvers<ContextType>;
  RelationEdge?: RelationEdgeResolvers<ContextType>;
  RemoveDatabaseColumnPayload?: RemoveDatabaseColumnPayloadResolvers<ContextType>;
  RemoveRelationPayload?: RemoveRelationPayloadResolvers<ContextType>;
  RenameDatabaseChoicePayload?: RenameDatabaseChoicePayloadResolvers<ContextType>;
  RenameDatabaseColumnPayload?: RenameDatabaseColumnPayloadResolvers<ContextType>;
  RenameDatabasePayload?: RenameDatabasePayloadResolvers<ContextType>;
  RenameSpacePayload?: RenameSpacePayloadResolvers<ContextType>;
  ReopenCommentPayload?: ReopenCommentPayloadResolvers<ContextType>;
  ReplyToCommentPayload?: ReplyToCommentPayloadResolvers<ContextType>;
  RequestApprovalPayload?: RequestApprovalPayloadResolvers<ContextType>;
  RequestOdooWritePayload?: RequestOdooWritePayloadResolvers<ContextType>;
  ResolveCommentPayload?: ResolveCommentPayloadResolvers<ContextType>;
  RestoreDatabasePayload?: RestoreDatabasePayloadResolvers<ContextType>;
  RestoreFromBinPayload?: RestoreFromBinPayloadResolvers<ContextType>;
  RestorePagePayload?: RestorePagePayloadResolvers<ContextType>;
  RestorePageVersionPayload?: RestorePageVersionPayloadResolvers<ContextType>;
  RestoreSpacePayload?: RestoreSpacePayloadResolvers<ContextType>;
  RetryIndexingPayload?: RetryIndexingPayloadResolvers<ContextType>;
  RetryRunPayload?: RetryRunPayloadResolvers<ContextType>;
  RetypeDatabaseColumnPayload?: RetypeDatabaseColumnPayloadResolvers<ContextType>;
  RevokePermissionPayload?: RevokePermissionPayloadResolvers<ContextType>;
  Role?: RoleResolvers<ContextType>;
  RoleConnection?: RoleConnectionResolvers<ContextType>;
  RoleEdge?: RoleEdgeResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  RunChange?: RunChangeResolvers<ContextType>;
  RunConnection?: RunConnectionResolvers<ContextType>;
  RunEdge?: RunEdgeResolvers<ContextType>;
  RunEvent?: RunEventResolvers<ContextType>;
  RunEventConnection?: RunEventConnectionResolvers<ContextType>;
  RunEventEdge?: RunEventEdgeResolvers<ContextType>;
  RunPage?: RunPageResolvers<ContextType>;
  RunPageConnection?: RunPageConnectionResolvers<ContextType>;
  RunPageEdge?: RunPageEdgeResolvers<ContextType>;
  RunScheduleNowPayload?: RunScheduleNowPayloadResolvers<ContextType>;
  RunStat?: RunStatResolvers<ContextType>;
  RunStatConnection?: RunStatConnectionResolvers<ContextType>;
  RunStatEdge?: RunStatEdgeResolvers<ContextType>;
  SaleOrder?: SaleOrderResolvers<ContextType>;
  SaleOrderAvg?: SaleOrderAvgResolvers<ContextType>;
  SaleOrderConnection?: SaleOrderConnectionResolvers<ContextType>;
  SaleOrderEdge?: SaleOrderEdgeResolvers<ContextType>;
  SaleOrderGroup?: SaleOrderGroupResolvers<ContextType>;
  SaleOrderGroupKeys?: SaleOrderGroupKeysResolvers<ContextType>;
  SaleOrderGroupPage?: SaleOrderGroupPageResolvers<ContextType>;
  SaleOrderLine?: SaleOrderLineResolvers<ContextType>;
  SaleOrderLineAvg?: SaleOrderLineAvgResolvers<ContextType>;
  SaleOrderLineConnection?: SaleOrderLineConnectionResolvers<ContextType>;
  SaleOrderLineEdge?: SaleOrderLineEdgeResolvers<ContextType>;
  SaleOrderLineGroup?: SaleOrderLineGroupResolvers<ContextType>;
  SaleOrderLineGroupKeys?: SaleOrderLineGroupKeysResolvers<ContextType>;
  SaleOrderLineGroupPage?: SaleOrderLineGroupPageResolvers<ContextType>;
  SaleOrderLineMax?: SaleOrderLineMaxResolvers<ContextType>;
  SaleOrderLineMin?: SaleOrderLineMinResolvers<ContextType>;
  SaleOrderLineSum?: SaleOrderLineSumResolvers<ContextType>;
  SaleOrderMax?: SaleOrderMaxResolvers<ContextType>;
  SaleOrderMin?: SaleOrderMinResolvers<ContextType>;
  SaleOrderSum?: SaleOrderSumResolvers<ContextType>;
  SavePageAsTemplatePayload?: SavePageAsTemplatePayloadResolvers<ContextType>;
  Schedule?: ScheduleResolvers<ContextType>;
  ScheduleConnection?: ScheduleConnectionResolvers<ContextType>;
  ScheduleEdge?: ScheduleEdgeResolvers<ContextType>;
  SearchIndexState?: SearchIndexStateResolvers<ContextType>;
  SetProjectMemberPayload?: SetProjectMemberPayloadResolvers<ContextType>;
  Space?: SpaceResolvers<ContextType>;
  SpaceConnection?: SpaceConnectionResolvers<ContextType>;
  SpaceEdge?: SpaceEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskAvg?: TaskAvgResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  TaskGroup?: TaskGroupResolvers<ContextType>;
  TaskGroupKeys?: TaskGroupKeysResolvers<ContextType>;
  TaskGroupPage?: TaskGroupPageResolvers<ContextType>;
  TaskMax?: TaskMaxResolvers<ContextType>;
  TaskMin?: TaskMinResolvers<ContextType>;
  TaskStage?: TaskStageResolvers<ContextType>;
  TaskStageAvg?: TaskStageAvgResolvers<ContextType>;
  TaskStageConnection?: TaskStageConnectionResolvers<ContextType>;
  TaskStageEdge?: TaskStageEdgeResolvers<ContextType>;
  TaskStageGroup?: TaskStageGroupResolvers<ContextType>;
  TaskStageGroupKeys?: TaskStageGroupKeysResolvers<ContextType>;
  TaskStageGroupPage?: TaskStageGroupPageResolvers<ContextType>;
  TaskStageMax?: TaskStageMaxResolvers<ContextType>;
  TaskStageMin?: TaskStageMinResolvers<ContextType>;
  TaskStageSum?: TaskStageSumResolvers<ContextType>;
  TaskSum?: TaskSumResolvers<ContextType>;
  Tax?: TaxResolvers<ContextType>;
  TaxAvg?: TaxAvgResolvers<ContextType>;
  TaxConnection?: TaxConnectionResolvers<ContextType>;
  TaxEdge?: TaxEdgeResolvers<ContextType>;
  TaxGroup?: TaxGroupResolvers<ContextType>;
  TaxGroupKeys?: TaxGroupKeysResolvers<ContextType>;
  TaxGroupPage?: TaxGroupPageResolvers<ContextType>;
  TaxMax?: TaxMaxResolvers<ContextType>;
  TaxMin?: TaxMinResolvers<ContextType>;
  TaxSum?: TaxSumResolvers<ContextType>;
  Template?: TemplateResolvers<ContextType>;
  TemplateConnection?: TemplateConnectionResolvers<ContextType>;
  TemplateEdge?: TemplateEdgeResolvers<ContextType>;
  Timesheet?: TimesheetResolvers<ContextType>;
  TimesheetAvg?: TimesheetAvgResolvers<ContextType>;
  TimesheetConnection?: TimesheetConnectionResolvers<ContextType>;
  TimesheetEdge?: TimesheetEdgeResolvers<ContextType>;
  TimesheetGroup?: TimesheetGroupResolvers<ContextType>;
  TimesheetGroupKeys?: TimesheetGroupKeysResolvers<ContextType>;
  TimesheetGroupPage?: TimesheetGroupPageResolvers<ContextType>;
  TimesheetMax?: TimesheetMaxResolvers<ContextType>;
  TimesheetMin?: TimesheetMinResolvers<ContextType>;
  TimesheetSum?: TimesheetSumResolvers<ContextType>;
  TypedRow?: TypedRowResolvers<ContextType>;
  TypedRowEdge?: TypedRowEdgeResolvers<ContextType>;
  TypedRows?: TypedRowsResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  UnitAvg?: UnitAvgResolvers<ContextType>;
  UnitConnection?: UnitConnectionResolvers<ContextType>;
  UnitEdge?: UnitEdgeResolvers<ContextType>;
  UnitGroup?: UnitGroupResolvers<ContextType>;
  UnitGroupKeys?: UnitGroupKeysResolvers<ContextType>;
  UnitGroupPage?: UnitGroupPageResolvers<ContextType>;
  UnitMax?: UnitMaxResolvers<ContextType>;
  UnitMin?: UnitMinResolvers<ContextType>;
  UnitSum?: UnitSumResolvers<ContextType>;
  UnlinkOdooRecordPayload?: UnlinkOdooRecordPayloadResolvers<ContextType>;
  UpdateDatabaseRowPayload?: UpdateDatabaseRowPayloadResolvers<ContextType>;
  UpdatePagePayload?: UpdatePagePayloadResolvers<ContextType>;
  UpdateTemplatePayload?: UpdateTemplatePayloadResolvers<ContextType>;
  UpsertProjectPayload?: UpsertProjectPayloadResolvers<ContextType>;
  UpsertSchedulePayload?: UpsertSchedulePayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserGroup?: UserGroupResolvers<ContextType>;
  UserGroupKeys?: UserGroupKeysResolvers<ContextType>;
  UserGroupPage?: UserGroupPageResolvers<ContextType>;
  UserMax?: UserMaxResolvers<ContextType>;
  UserMin?: UserMinResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WritePermission?: WritePermissionResolvers<ContextType>;
  WrittenAnswer?: WrittenAnswerResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  asOf?: AsOfDirectiveResolver<any, any, ContextType>;
  computed?: ComputedDirectiveResolver<any, any, ContextType>;
  followsChanges?: FollowsChangesDirectiveResolver<any, any, ContextType>;
  followsLog?: FollowsLogDirectiveResolver<any, any, ContextType>;
  from?: FromDirectiveResolver<any, any, ContextType>;
  inOdoo?: InOdooDirectiveResolver<any, any, ContextType>;
  join?: JoinDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  money?: MoneyDirectiveResolver<any, any, ContextType>;
  nodeId?: NodeIdDirectiveResolver<any, any, ContextType>;
  odoo?: OdooDirectiveResolver<any, any, ContextType>;
  ops?: OpsDirectiveResolver<any, any, ContextType>;
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  signed?: SignedDirectiveResolver<any, any, ContextType>;
  within?: WithinDirectiveResolver<any, any, ContextType>;
  work?: WorkDirectiveResolver<any, any, ContextType>;
  writes?: WritesDirectiveResolver<any, any, ContextType>;
};
