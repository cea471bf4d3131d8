//! Applications of members and their approval (审批). `/cgi-bin/oa/*`

mod application;
mod content;
mod detail;
mod event;
mod template;

use weixin_api::group;

pub use application::{
    ApplyEvent, ApprovalAttr, ApprovalNode, ApprovalNodeType, ApprovalNumber, ApprovalProcess,
    ApprovalRelation, ApprovalStep, NotifyTime, SummaryLine,
};
pub use content::{
    ApplicationContent, ApplicationContents, ApprovalStatus, AttendanceValue, Bank, BankAccount,
    BankAccountKind, ControlValue, DateRangeValue, DateValue, DayItem, DepartmentValue,
    DocumentValue, FileValue, FormulaValue, LocationValue, MemberValue, NamedValue,
    PunchCorrection, RelatedApproval, SelectorValue, SliceInfo, SliceState, TableRow, TimezoneInfo,
    VacationValue, WedriveFileValue,
};
pub use detail::{
    Applicant, Approval, ApprovalComment, ApprovalCommentId, ApprovalDetail, ApprovalFilter,
    ApprovalFilterKey, ApprovalNumbers, ApprovalProcessList, ApprovalProcessNode, ApprovalRecord,
    ApprovalRecordDetail, ApprovalStepStatus, ApprovalSubNode, GetApprovalDetail,
    GetApprovalNumbers,
};
pub use event::{
    ApprovalChange, OpenApprovalChange, OpenApprovalInfo, OpenApprovalItem, OpenApprovalNode,
    OpenApprovalStatus, OpenApproverKind, SysApprovalChange, SysApprovalInfo, SysApprovalNode,
    SysApprovalProcess, SysApprovalSubNode,
};
pub use template::{
    ApprovalTemplate, ApprovalTemplateId, ApprovalText, AttendanceConfig, AttendanceKind,
    ContactConfig, ContactMode, ControlConfig, ControlId, ControlKind, ControlProperty,
    CopyApprovalTemplate, CreateApprovalTemplate, DateConfig, DateKind, DateRangeConfig,
    DateRangeKind, FileConfig, GetApprovalTemplate, LocationConfig, PlainText,
    RelatedApprovalConfig, SavedApprovalTemplate, SelectorConfig, SelectorKind, SelectorOption,
    TableConfig, TablePrintFormat, TemplateContent, TemplateControl, TipsContent, TipsLink,
    TipsPart, TipsPartContent, TipsPartKind, TipsParts, TipsText, UpdateApprovalTemplate,
    VacationItem, VacationList,
};

group! {
    /// Applications and their approval (审批).
    approvals: [
        ApplyEvent, GetApprovalTemplate, CreateApprovalTemplate, UpdateApprovalTemplate,
        CopyApprovalTemplate, GetApprovalNumbers, GetApprovalDetail,
    ]
}

weixin_protocol::messages![SysApprovalChange, OpenApprovalChange];
