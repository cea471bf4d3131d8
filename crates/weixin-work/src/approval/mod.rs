//! Applications that members make and others approve (审批). `/cgi-bin/oa/*`

mod application;
mod content;
mod detail;
mod event;
mod template;

use weixin_api::{Call, Caller, On, Timestamp, endpoints};
use weixin_protocol::UserId;

pub use application::{
    ApplyEvent, ApplyEventCall, ApprovalNode, ApprovalNodeType, ApprovalNumber, ApprovalProcess,
    ApprovalRelation, ApprovalStep, SummaryLine,
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
    ApprovalSubNode, GetApprovalDetail, GetApprovalNumbers, GetApprovalNumbersCall,
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

endpoints![
    GetApprovalTemplate,
    CreateApprovalTemplate,
    UpdateApprovalTemplate,
    CopyApprovalTemplate,
    ApplyEvent,
    GetApprovalNumbers,
    GetApprovalDetail
];

weixin_protocol::messages![SysApprovalChange, OpenApprovalChange];

/// The group as a client has it: `wx.approvals()`.
#[derive(Debug)]
pub struct Approvals<'c, C: ?Sized>(&'c C);

/// Gives a client `approvals()`.
pub trait ApprovalsApi: Caller {
    /// Applications and their approval (审批).
    fn approvals(&self) -> Approvals<'_, Self> {
        Approvals(self)
    }
}

impl<C: Caller + ?Sized> ApprovalsApi for C where ApplyEvent: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Approvals<'c, C> {
    /// A template; see [`GetApprovalTemplate`].
    pub fn template(&self, template_id: impl Into<String>) -> Call<'c, C, GetApprovalTemplate> {
        Call::new(self.0, GetApprovalTemplate::new(template_id))
    }

    /// Makes a template; see [`CreateApprovalTemplate`].
    pub fn create_template(
        &self,
        template_name: impl Into<Vec<ApprovalText>>,
        template_content: impl Into<TemplateContent>,
    ) -> Call<'c, C, CreateApprovalTemplate> {
        Call::new(self.0, CreateApprovalTemplate::new(template_name, template_content))
    }

    /// Replaces a template; see [`UpdateApprovalTemplate`].
    pub fn update_template(
        &self,
        template_id: impl Into<String>,
        template_name: impl Into<Vec<ApprovalText>>,
        template_content: impl Into<TemplateContent>,
    ) -> Call<'c, C, UpdateApprovalTemplate> {
        Call::new(self.0, UpdateApprovalTemplate::new(template_id, template_name, template_content))
    }

    /// Takes over a suite's template; see [`CopyApprovalTemplate`].
    pub fn copy_template(
        &self,
        open_template_id: impl Into<String>,
    ) -> Call<'c, C, CopyApprovalTemplate> {
        Call::new(self.0, CopyApprovalTemplate::new(open_template_id))
    }

    /// Applies for something; see [`ApplyEvent`].
    pub fn apply(
        &self,
        creator_userid: impl Into<UserId>,
        template_id: impl Into<String>,
        apply_data: impl Into<ApplicationContents>,
        summary_list: impl Into<Vec<SummaryLine>>,
    ) -> Call<'c, C, ApplyEvent> {
        Call::new(self.0, ApplyEvent::new(creator_userid, template_id, apply_data, summary_list))
    }

    /// The applications of a time, a page when awaited; see [`GetApprovalNumbers`].
    pub fn list(
        &self,
        starttime: Timestamp,
        endtime: Timestamp,
        size: u32,
    ) -> Call<'c, C, GetApprovalNumbers> {
        Call::new(self.0, GetApprovalNumbers::new(starttime, endtime, size))
    }

    /// An application; see [`GetApprovalDetail`].
    pub fn get(&self, sp_no: impl Into<String>) -> Call<'c, C, GetApprovalDetail> {
        Call::new(self.0, GetApprovalDetail::new(sp_no))
    }
}
