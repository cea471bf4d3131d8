//! Applications that members make and others approve (审批). `/cgi-bin/oa/*`

mod application;
mod content;
mod detail;
mod event;
mod template;

use weixin_api::group;

pub use application::{
    ApplyEvent, ApprovalNode, ApprovalNodeType, ApprovalNumber, ApprovalProcess, ApprovalRelation,
    ApprovalStep, SummaryLine,
};
pub use content::{
    ApplicationContent, ApplicationContents, ApprovalStatus, AttendanceValue, Bank, BankAccount,
    ControlValue, DateRangeValue, DateValue, DayItem, DepartmentValue, DocumentValue, FileValue,
    FormulaValue, LocationValue, MemberValue, NamedValue, PunchCorrection, RelatedApproval,
    SelectorValue, SliceInfo, TableRow, TimezoneInfo, VacationValue, WedriveFileValue,
};
pub use detail::{
    Applicant, Approval, ApprovalComment, ApprovalDetail, ApprovalFilter, ApprovalNumbers,
    ApprovalProcessList, ApprovalProcessNode, ApprovalRecord, ApprovalRecordDetail,
    ApprovalSubNode, GetApprovalDetail, GetApprovalNumbers,
};
pub use event::{
    OpenApprovalChange, OpenApprovalInfo, OpenApprovalItem, OpenApprovalNode, SysApprovalChange,
    SysApprovalComment, SysApprovalInfo, SysApprovalNode, SysApprovalProcess, SysApprovalRecord,
    SysApprovalRecordDetail, SysApprovalSubNode, SysApprovalUser,
};
pub use template::{
    ApprovalTemplate, ApprovalTemplateId, ApprovalText, AttendanceConfig, ContactConfig,
    ControlConfig, ControlProperty, CopyApprovalTemplate, CreateApprovalTemplate, DateConfig,
    DateRangeConfig, FileConfig, GetApprovalTemplate, LocationConfig, PlainText,
    RelatedApprovalConfig, SelectorConfig, SelectorOption, TableConfig, TemplateContent,
    TemplateControl, TipsContent, TipsLink, TipsPart, TipsPartContent, TipsParts, TipsText,
    UpdateApprovalTemplate, VacationItem, VacationList,
};

group! {
    /// Applications and their approval (审批).
    approvals: [ApplyEvent, GetApprovalTemplate, CreateApprovalTemplate, UpdateApprovalTemplate, CopyApprovalTemplate, GetApprovalNumbers, GetApprovalDetail]
}

weixin_protocol::messages![SysApprovalChange, OpenApprovalChange];
