//! Members that come, change and go (成员变更通知).

use weixin_protocol::{CorpId, Header, UserId, inbound};

use super::{ExtraField, Gender, UserStatus};
use crate::ids::{DepartmentId, OpenUserId, SuiteId};

/// A member was added to the address book.
///
/// Pushed to the app that keeps the address book in sync (通讯录同步), and to suites that may read the
/// address book. What the app may not see of the member is left out.
#[inbound(event = "change_contact", notice = "change_contact", change = "create_user", scope(work))]
pub struct UserCreated {
    /// Receiver and time of the event; of a notice only the time.
    pub header: Header,
    /// The suite, if the notice goes to a suite.
    pub suite_id: Option<SuiteId>,
    /// The corporation, if the notice goes to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// Id of the new member.
    #[field(name = "UserID", alias = "UserId")]
    pub user_id: UserId,
    /// Name of the member; for a suite the userid stands here.
    pub name: Option<String>,
    /// Ids of the member's departments, separated by commas.
    pub department: Option<String>,
    /// The department that is shown first (主部门).
    pub main_department: Option<DepartmentId>,
    /// Whether the member leads each of the departments, in their order: 1 or 0, separated by
    /// commas.
    pub is_leader_in_dept: Option<String>,
    /// Userids of the member's direct superiors (直属上级), separated by commas.
    pub direct_leader: Option<String>,
    /// Job title of the member (职务).
    pub position: Option<String>,
    /// Mobile number of the member.
    pub mobile: Option<String>,
    /// Gender of the member.
    pub gender: Option<Gender>,
    /// Private mail address.
    pub email: Option<String>,
    /// Mail address at the corporation (企业邮箱).
    pub biz_mail: Option<String>,
    /// Whether the member has joined.
    pub status: Option<UserStatus>,
    /// Address of the picture.
    pub avatar: Option<String>,
    /// Short name (别名).
    pub alias: Option<String>,
    /// The English name, in older pushes.
    pub english_name: Option<String>,
    /// Landline number (座机).
    pub telephone: Option<String>,
    /// Postal address of the member.
    pub address: Option<String>,
    /// The member, as the provider's apps know them.
    #[field(name = "OpenUserID")]
    pub open_user_id: Option<OpenUserId>,
    /// Further attributes that the corporation has defined (扩展属性).
    #[field(item = "Item")]
    pub ext_attr: Vec<ExtraField>,
}

/// A member of the address book was changed.
///
/// Pushed to the app that keeps the address book in sync (通讯录同步), and to suites that may read the
/// address book. What did not change is left out, and so is what the app may not see of the member.
#[inbound(event = "change_contact", notice = "change_contact", change = "update_user", scope(work))]
pub struct UserUpdated {
    /// Receiver and time of the event; of a notice only the time.
    pub header: Header,
    /// The suite, if the notice goes to a suite.
    pub suite_id: Option<SuiteId>,
    /// The corporation, if the notice goes to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// Id of the member; the old one if it was changed.
    #[field(name = "UserID", alias = "UserId")]
    pub user_id: UserId,
    /// The new id, if it was changed.
    #[field(name = "NewUserID", alias = "NewUserId")]
    pub new_user_id: Option<UserId>,
    /// Name of the member; for a suite the userid stands here.
    pub name: Option<String>,
    /// Ids of the member's departments, separated by commas.
    pub department: Option<String>,
    /// The department that is shown first (主部门).
    pub main_department: Option<DepartmentId>,
    /// Whether the member leads each of the departments, in their order: 1 or 0, separated by
    /// commas.
    pub is_leader_in_dept: Option<String>,
    /// Userids of the member's direct superiors (直属上级), separated by commas.
    pub direct_leader: Option<String>,
    /// Job title of the member (职务).
    pub position: Option<String>,
    /// Mobile number of the member.
    pub mobile: Option<String>,
    /// Gender of the member.
    pub gender: Option<Gender>,
    /// Private mail address.
    pub email: Option<String>,
    /// Mail address at the corporation (企业邮箱).
    pub biz_mail: Option<String>,
    /// Whether the member has joined.
    pub status: Option<UserStatus>,
    /// Address of the picture.
    pub avatar: Option<String>,
    /// Short name (别名).
    pub alias: Option<String>,
    /// The English name, in older pushes.
    pub english_name: Option<String>,
    /// Landline number (座机).
    pub telephone: Option<String>,
    /// Postal address of the member.
    pub address: Option<String>,
    /// The member, as the provider's apps know them.
    #[field(name = "OpenUserID")]
    pub open_user_id: Option<OpenUserId>,
    /// Further attributes that the corporation has defined (扩展属性).
    #[field(item = "Item")]
    pub ext_attr: Vec<ExtraField>,
}

/// A member was deleted from the address book.
///
/// Pushed to the app that keeps the address book in sync (通讯录同步), and to suites that may read the
/// address book.
#[inbound(event = "change_contact", notice = "change_contact", change = "delete_user", scope(work))]
pub struct UserDeleted {
    /// Receiver and time of the event; of a notice only the time.
    pub header: Header,
    /// The suite, if the notice goes to a suite.
    pub suite_id: Option<SuiteId>,
    /// The corporation, if the notice goes to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// Id of the deleted member.
    #[field(name = "UserID", alias = "UserId")]
    pub user_id: UserId,
    /// The member, as the provider's apps know them.
    #[field(name = "OpenUserID")]
    pub open_user_id: Option<OpenUserId>,
}
