//! The address book of a provider's customers: to search in it, to sort by it, to put names for ids
//! into files (通讯录展示与搜索). `/cgi-bin/service/contact/*`

use weixin_api::{AgentId, Call, Caller, FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{CorpId, MediaId, UserId};

use crate::{
    ids::{DepartmentId, JobId, OpenUserId},
    media::MediaKind,
};

group! {
    /// The address book of customers (通讯录展示与搜索).
    provider_contacts: [
        SearchContacts, SearchContactsAtOnce, SortContacts, UploadForTranslation, TranslateContacts,
        GetTranslation,
    ]
}

/// Finds members and departments of a corporation by name.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Provider};
/// # use weixin_work::prelude::*;
/// # use weixin_work::provider_contact::ContactQuery;
/// # async fn example(wx: impl Caller<Kind = Provider>) -> Result<(), Error> {
/// let query = ContactQuery::new("张").limit(20);
/// let found = wx.provider_contacts().search(("wpabcdefghijklmnop", query)).await?;
/// for user in found.query_result.and_then(|names| names.user) {
///     println!("{:?}", user.open_userid);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/service/contact/search", title = "通讯录单个搜索",
    doc = "https://developer.work.weixin.qq.com/document/path/91844",
    scope(provider), auth = provider_token, retry = safe, reply = FoundContacts, call = provider_contacts.search)]
pub struct SearchContacts {
    /// The corporation to search in.
    pub auth_corpid: CorpId,
    /// The words and limits of the search.
    #[serde(flatten)]
    pub query: ContactQuery,
    /// Only what this app can see; all that the suite can see if left out.
    pub agentid: Option<AgentId>,
}

/// A search in the address book.
#[endpoint(part)]
pub struct ContactQuery {
    /// The word: a part of a name, its pinyin, or the initials of its pinyin.
    pub query_word: String,
    /// Members, departments or both; both if left out.
    pub query_type: Option<ContactKind>,
    /// Whether members who have left are found; they are not if left out.
    pub query_range: Option<MemberRange>,
    /// How many at most: up to 200, 50 if left out.
    pub limit: Option<u32>,
    /// Where the page begins: `next_cursor` of the page before; the first page if left out.
    pub cursor: Option<String>,
    /// Which name must match as a whole; a part of any name is enough if left out.
    pub full_match_field: Option<FullMatch>,
}

int_enum! {
    /// What a search looks for.
    pub enum ContactKind {
        /// Members and departments.
        All = 0,
        /// Members only.
        Members = 1,
        /// Departments only.
        Departments = 2,
    }
}

int_enum! {
    /// Which members a search finds.
    pub enum MemberRange {
        /// Present members only (在职).
        Present = 0,
        /// Present members and those who have left (离职).
        WithDismissed = 1,
    }
}

int_enum! {
    /// Which name must match a word as a whole.
    pub enum FullMatch {
        /// The name.
        Name = 1,
        /// The English name.
        EnglishName = 2,
    }
}

/// A page of the results of a search.
#[endpoint(part, reply_to(SearchContacts))]
pub struct FoundContacts {
    /// Whether this is the last page.
    pub is_last: Option<bool>,
    /// The matches, by kind.
    pub query_result: Option<FoundNames>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// The matches of a search, by kind.
#[endpoint(part)]
pub struct FoundNames {
    /// Members who match.
    pub user: Option<FoundUsers>,
    /// Departments that match.
    pub party: Option<FoundDepartments>,
    /// Members who have left, for [`MemberRange::WithDismissed`].
    pub dismiss_user: Option<FoundUsers>,
}

/// Members that match.
#[endpoint(part)]
pub struct FoundUsers {
    /// Ids of the members.
    #[serde(default)]
    pub userid: Vec<UserId>,
    /// The same members, as the provider's apps know them.
    #[serde(default)]
    pub open_userid: Vec<OpenUserId>,
}

/// Departments that match.
#[endpoint(part)]
pub struct FoundDepartments {
    /// Ids of the departments.
    #[serde(default)]
    pub department_id: Vec<DepartmentId>,
}

/// Finds members and departments for up to 50 words at once.
#[endpoint(POST "/cgi-bin/service/contact/batchsearch", title = "通讯录批量搜索",
    doc = "https://developer.work.weixin.qq.com/document/path/91844",
    scope(provider), auth = provider_token, retry = safe, reply = FoundAtOnce, call = provider_contacts.search_at_once)]
pub struct SearchContactsAtOnce {
    /// The corporation to search in.
    pub auth_corpid: CorpId,
    /// Only what this app can see; all that the suite can see if left out.
    pub agentid: Option<AgentId>,
    /// The searches: up to 50.
    pub query_request_list: Vec<ContactQuery>,
}

/// The results of several searches.
#[endpoint(part, reply_to(SearchContactsAtOnce))]
pub struct FoundAtOnce {
    /// One entry for each search.
    #[serde(default)]
    pub query_result_list: Vec<FoundForOne>,
}

/// The results of one of several searches.
#[endpoint(part)]
pub struct FoundForOne {
    /// The search that these are the results of.
    pub query_request: Option<ContactQuery>,
    /// The matches, by kind.
    pub query_result: Option<FoundNames>,
    /// Whether there are no further matches.
    pub is_last: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// Sorts up to 1,000 members of a corporation by name.
#[endpoint(POST "/cgi-bin/service/contact/sort", title = "通讯录userid排序",
    doc = "https://developer.work.weixin.qq.com/document/path/92093",
    scope(provider), auth = provider_token, retry = safe, reply = SortedContacts, call = provider_contacts.sort)]
pub struct SortContacts {
    /// Corporation of the members.
    pub auth_corpid: CorpId,
    /// What to sort by, the most important first; by name, ascending, if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort_options: Vec<SortOption>,
    /// The members to sort: up to 1,000.
    pub useridlist: Vec<UserId>,
}

/// A name to sort by, and the direction.
#[endpoint(part)]
pub struct SortOption {
    /// Whether to sort ascending or descending.
    pub sort_type: SortDirection,
    /// The name to sort by.
    pub sort_field: SortField,
}

int_enum! {
    /// The direction of sorting.
    pub enum SortDirection {
        /// Ascending.
        Ascending = 0,
        /// Descending.
        Descending = 1,
    }
}

int_enum! {
    /// The name that members are sorted by.
    pub enum SortField {
        /// The pinyin of the name (姓名拼音).
        Name = 0,
        /// The short name (别名).
        Alias = 1,
    }
}

/// Members, sorted.
#[endpoint(part, reply_to(SortContacts))]
pub struct SortedContacts {
    /// The members in order.
    #[serde(default)]
    pub useridlist: Vec<UserId>,
}

/// Uploads a file whose ids are to be replaced by names (转译). It is kept for three days.
#[endpoint(POST "/cgi-bin/service/media/upload", title = "上传需要转译的文件",
    doc = "https://developer.work.weixin.qq.com/document/path/91883",
    scope(provider), auth = provider_token, retry = safe, reply = ProviderMedia, call = "wx.provider_contacts().upload(media)")]
pub struct UploadForTranslation {
    /// What the file is; [`MediaKind::File`] for one with ids.
    #[query]
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The file: up to 20 MB.
    #[part]
    pub media: FilePart,
}

/// A file that the provider uploaded.
#[endpoint(part, reply_to(UploadForTranslation))]
pub struct ProviderMedia {
    /// What the file is.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The uploaded file, for [`TranslateContacts`].
    pub media_id: MediaId,
    /// When it was uploaded.
    pub created_at: Option<Timestamp>,
}

/// Starts to replace the ids in files by names (通讯录id转译).
#[endpoint(POST "/cgi-bin/service/contact/id_translate", title = "异步通讯录id转译",
    doc = "https://developer.work.weixin.qq.com/document/path/91846",
    scope(provider), auth = provider_token, reply = TranslationJob, call = provider_contacts.translate)]
pub struct TranslateContacts {
    /// The corporation whose names are filled in.
    pub auth_corpid: CorpId,
    /// The uploaded files: up to 20.
    pub media_id_list: Vec<MediaId>,
    /// Name of the zip archive with the results, without `.zip`; needed for several files. A single
    /// file is not packed if left out.
    pub output_file_name: Option<String>,
    /// Format to convert the results into: `pdf`. They keep the format of the uploaded files if
    /// left out.
    pub output_file_format: Option<String>,
}

/// The id of a translation that has begun.
#[endpoint(part, reply_to(TranslateContacts))]
pub struct TranslationJob {
    /// The job, for [`GetTranslation`].
    pub jobid: JobId,
}

/// Returns the progress and result of a translation.
#[endpoint(GET "/cgi-bin/service/batch/getresult", title = "获取异步任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/91882",
    scope(provider), auth = provider_token, reply = Translation, call = provider_contacts.translation)]
pub struct GetTranslation {
    /// The job to look up.
    pub jobid: JobId,
}

/// The progress and result of a translation.
#[endpoint(part, reply_to(GetTranslation))]
pub struct Translation {
    /// How far the job is.
    pub status: TranslationState,
    /// Kind of the job: `contact_id_translate`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The result, once the job is done.
    pub result: Option<TranslationResult>,
}

int_enum! {
    /// How far a translation is.
    pub enum TranslationState {
        /// The job has been accepted.
        Begun = 1,
        /// The job is running.
        Running = 2,
        /// The job is over.
        Done = 3,
    }
}

/// The result of a translation.
#[endpoint(part)]
pub struct TranslationResult {
    /// The file with names.
    pub contact_id_translate: Option<TranslatedFile>,
}

/// A file with names.
#[endpoint(part)]
pub struct TranslatedFile {
    /// Address of the file; it opens only for members of the corporation who have logged in.
    pub url: Option<String>,
}

impl<'c, C: Caller + ?Sized> ProviderContactsHandle<'c, C> {
    /// Uploads a file with ids; see [`UploadForTranslation`].
    pub fn upload(&self, media: FilePart) -> Call<'c, C, UploadForTranslation> {
        Call::new(self.caller, UploadForTranslation::new(MediaKind::File, media))
    }
}
