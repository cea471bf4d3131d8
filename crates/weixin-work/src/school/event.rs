//! What happens to classes, students and parents.

use weixin_api::StringEnum;
use weixin_protocol::{CorpId, Header, inbound};

use crate::ids::SuiteId;

/// A department, student or parent of a school was created, changed or deleted, or a parent began
/// or ceased to follow the school's notices.
#[inbound(event = "change_school_contact", notice = "change_school_contact", scope(work))]
pub struct SchoolContactChanged {
    /// Receiver and time of the event; of a notice only the time.
    pub header: Header,
    /// The suite, if the notice goes to a suite.
    pub suite_id: Option<SuiteId>,
    /// The corporation, if the notice goes to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// What was changed, and how.
    #[field(name = "ChangeType")]
    pub change: SchoolContactChange,
    /// The department, student or parent, as `change` says: a
    /// [`SchoolDepartmentId`](crate::ids::SchoolDepartmentId),
    /// [`StudentUserId`](crate::ids::StudentUserId) or [`ParentUserId`](crate::ids::ParentUserId).
    pub id: Option<String>,
}

/// What was changed in a school's directory.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SchoolContactChange {
    /// A student was created.
    #[string_enum(rename = "create_student")]
    StudentCreated,
    /// A student was changed.
    #[string_enum(rename = "update_student")]
    StudentUpdated,
    /// A student was deleted.
    #[string_enum(rename = "delete_student")]
    StudentDeleted,
    /// A parent was created.
    #[string_enum(rename = "create_parent")]
    ParentCreated,
    /// A parent was changed.
    #[string_enum(rename = "update_parent")]
    ParentUpdated,
    /// A parent was deleted.
    #[string_enum(rename = "delete_parent")]
    ParentDeleted,
    /// A parent subscribed to the notices (关注学校通知).
    #[string_enum(rename = "subscribe")]
    Subscribed,
    /// A parent unsubscribed from the notices (取消关注学校通知).
    #[string_enum(rename = "unsubscribe")]
    Unsubscribed,
    // The platform's own samples have the second spelling.
    /// A department was created.
    #[string_enum(rename = "create_department", alias = "create_deparmtment")]
    DepartmentCreated,
    /// A department was changed.
    #[string_enum(rename = "update_department", alias = "update_deparmtment")]
    DepartmentUpdated,
    /// A department was deleted.
    #[string_enum(rename = "delete_department", alias = "delete_deparmtment")]
    DepartmentDeleted,
    /// A value that this version does not know.
    Other(String),
}
