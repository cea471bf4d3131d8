//! Members that come, change and go (成员变更通知).

use weixin_protocol::{AppId, Header, UserId, inbound};

/// There is a new member. Event `change_contact`, ChangeType `create_user`.
///
/// What the app may not know of the member is left out.
#[inbound(event = "change_contact", notice = "change_contact", change = "create_user", scope(work))]
pub struct UserCreated {
    /// When.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation, if a suite is told.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "UserID", alias = "UserId")]
    pub user_id: UserId,
    /// The name.
    pub name: Option<String>,
    /// The departments, with commas between.
    pub department: Option<String>,
    /// The department shown first.
    pub main_department: Option<u64>,
    /// 1 for each of the departments that the member leads, else 0; with commas between.
    pub is_leader_in_dept: Option<String>,
    /// To whom the member reports, with commas between.
    pub direct_leader: Option<String>,
    /// What the member does.
    pub position: Option<String>,
    /// The phone number.
    pub mobile: Option<String>,
    /// 1 male, 2 female.
    pub gender: Option<i64>,
    /// The mail address.
    pub email: Option<String>,
    /// The mail address at the corporation.
    pub biz_mail: Option<String>,
    /// 1 active, 2 disabled, 4 not yet active, 5 left.
    pub status: Option<i64>,
    /// The address of the picture.
    pub avatar: Option<String>,
    /// The short name.
    pub alias: Option<String>,
    /// The English name, in older pushes.
    pub english_name: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The member, as providers of apps know one.
    #[field(name = "OpenUserID")]
    pub open_user_id: Option<UserId>,
    /// Further fields of the corporation.
    pub ext_attr: Option<ChangedFields>,
}

/// A member was changed. Event `change_contact`, ChangeType `update_user`.
///
/// What did not change is left out, and so is what the app may not know of the member.
#[inbound(event = "change_contact", notice = "change_contact", change = "update_user", scope(work))]
pub struct UserUpdated {
    /// When.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation, if a suite is told.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "UserID", alias = "UserId")]
    pub user_id: UserId,
    /// What the member is called from now on.
    #[field(name = "NewUserID", alias = "NewUserId")]
    pub new_user_id: Option<UserId>,
    /// The name.
    pub name: Option<String>,
    /// The departments, with commas between.
    pub department: Option<String>,
    /// The department shown first.
    pub main_department: Option<u64>,
    /// 1 for each of the departments that the member leads, else 0; with commas between.
    pub is_leader_in_dept: Option<String>,
    /// To whom the member reports, with commas between.
    pub direct_leader: Option<String>,
    /// What the member does.
    pub position: Option<String>,
    /// The phone number.
    pub mobile: Option<String>,
    /// 1 male, 2 female.
    pub gender: Option<i64>,
    /// The mail address.
    pub email: Option<String>,
    /// The mail address at the corporation.
    pub biz_mail: Option<String>,
    /// 1 active, 2 disabled, 4 not yet active, 5 left.
    pub status: Option<i64>,
    /// The address of the picture.
    pub avatar: Option<String>,
    /// The short name.
    pub alias: Option<String>,
    /// The English name, in older pushes.
    pub english_name: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The member, as providers of apps know one.
    #[field(name = "OpenUserID")]
    pub open_user_id: Option<UserId>,
    /// Further fields of the corporation.
    pub ext_attr: Option<ChangedFields>,
}

/// A member is gone. Event `change_contact`, ChangeType `delete_user`.
#[inbound(event = "change_contact", notice = "change_contact", change = "delete_user", scope(work))]
pub struct UserDeleted {
    /// When.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation, if a suite is told.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "UserID", alias = "UserId")]
    pub user_id: UserId,
    /// The member, as providers of apps know one.
    #[field(name = "OpenUserID")]
    pub open_user_id: Option<UserId>,
}

/// Further fields of a corporation.
#[inbound(part)]
pub struct ChangedFields {
    /// The fields.
    pub item: Vec<ChangedField>,
}

/// A further field of a corporation; which part it has is up to its kind.
#[inbound(part)]
pub struct ChangedField {
    /// Its name.
    pub name: Option<String>,
    /// 0 text, 1 a link.
    #[field(name = "Type")]
    pub kind: Option<i64>,
    /// The text.
    pub text: Option<ChangedText>,
    /// The link.
    pub web: Option<ChangedLink>,
}

/// A text.
#[inbound(part)]
pub struct ChangedText {
    /// The text.
    pub value: String,
}

/// A link.
#[inbound(part)]
pub struct ChangedLink {
    /// What it shows.
    pub title: Option<String>,
    /// The page.
    pub url: Option<String>,
}
