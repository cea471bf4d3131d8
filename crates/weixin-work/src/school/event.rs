//! What happens to classes, students and parents.

use weixin_protocol::{AppId, FromNode, Header, ReadError, ToNode, inbound};

use weixin_protocol::Node;

/// A department, student or parent has changed. Event or InfoType `change_school_contact`.
#[inbound(event = "change_school_contact", notice = "change_school_contact", scope(work))]
pub struct SchoolContactChanged {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// What happened.
    #[field(name = "ChangeType")]
    pub change: SchoolContactChange,
    /// To which department, student or parent.
    pub id: Option<String>,
}

/// What happened at a school.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SchoolContactChange {
    /// A student was made.
    StudentCreated,
    /// A student was changed.
    StudentUpdated,
    /// A student was deleted.
    StudentDeleted,
    /// A parent was made.
    ParentCreated,
    /// A parent was changed.
    ParentUpdated,
    /// A parent was deleted.
    ParentDeleted,
    /// A parent follows the school's notices.
    Subscribed,
    /// A parent no longer follows the school's notices.
    Unsubscribed,
    /// A department was made.
    DepartmentCreated,
    /// A department was changed.
    DepartmentUpdated,
    /// A department was deleted.
    DepartmentDeleted,
    /// Something this version does not know.
    Other(String),
}

impl SchoolContactChange {
    /// What the platform calls it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::StudentCreated => "create_student",
            Self::StudentUpdated => "update_student",
            Self::StudentDeleted => "delete_student",
            Self::ParentCreated => "create_parent",
            Self::ParentUpdated => "update_parent",
            Self::ParentDeleted => "delete_parent",
            Self::Subscribed => "subscribe",
            Self::Unsubscribed => "unsubscribe",
            Self::DepartmentCreated => "create_department",
            Self::DepartmentUpdated => "update_department",
            Self::DepartmentDeleted => "delete_department",
            Self::Other(name) => name,
        }
    }
}

impl From<String> for SchoolContactChange {
    fn from(name: String) -> Self {
        match name.as_str() {
            "create_student" => Self::StudentCreated,
            "update_student" => Self::StudentUpdated,
            "delete_student" => Self::StudentDeleted,
            "create_parent" => Self::ParentCreated,
            "update_parent" => Self::ParentUpdated,
            "delete_parent" => Self::ParentDeleted,
            "subscribe" => Self::Subscribed,
            "unsubscribe" => Self::Unsubscribed,
            // The platform's own samples have the second spelling.
            "create_department" | "create_deparmtment" => Self::DepartmentCreated,
            "update_department" | "update_deparmtment" => Self::DepartmentUpdated,
            "delete_department" | "delete_deparmtment" => Self::DepartmentDeleted,
            _ => Self::Other(name),
        }
    }
}

impl FromNode for SchoolContactChange {
    fn from_node(node: Option<&Node>) -> Result<Self, ReadError> {
        String::from_node(node).map(|name| Self::from(name.trim().to_owned()))
    }
}

impl ToNode for SchoolContactChange {
    fn to_node(&self) -> Option<Node> {
        Some(Node::from(self.as_str()))
    }
}
