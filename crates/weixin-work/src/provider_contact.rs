//! The address book of a provider's customers: to search in it, to sort by it, to put names for ids
//! into files (通讯录展示与搜索). `/cgi-bin/service/contact/*`

use weixin_api::{AgentId, Call, Caller, FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, MediaId, UserId};

use crate::media::MediaKind;

group! {
    /// The address book of customers (通讯录展示与搜索).
    provider_contacts: [SearchContacts, SearchContactsAtOnce, SortContacts, UploadForTranslation, TranslateContacts, GetTranslation]
}

/// Finds members and departments of a corporation by name.
#[endpoint(POST "/cgi-bin/service/contact/search", title = "通讯录单个搜索",
    doc = "https://developer.work.weixin.qq.com/document/path/91844",
    scope(provider), auth = provider_token, retry = safe, reply = FoundContacts, call = provider_contacts.search)]
pub struct SearchContacts {
    /// The corporation.
    pub auth_corpid: AppId,
    /// What is looked for.
    #[serde(flatten)]
    pub query: ContactQuery,
    /// Only whom this app sees.
    pub agentid: Option<AgentId>,
}

/// What is looked for.
#[endpoint(part)]
pub struct ContactQuery {
    /// The word: a part of a name, or the first letters of its sounds.
    pub query_word: String,
    /// 0 members and departments, 1 members, 2 departments; 0 if left out.
    pub query_type: Option<u8>,
    /// Which members: 0 those who are there, 1 those who are or were.
    pub query_range: Option<u8>,
    /// How many: up to 200; 50 if left out.
    pub limit: Option<u32>,
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
    /// What must be the whole word: 1 the name, 2 the English name; any part of either if left out.
    pub full_match_field: Option<u8>,
}

/// What was found.
#[endpoint(part, reply_to(SearchContacts))]
pub struct FoundContacts {
    /// Whether this is all.
    pub is_last: Option<bool>,
    /// What was found.
    pub query_result: Option<FoundNames>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// What was found, by kind.
#[endpoint(part)]
pub struct FoundNames {
    /// Members.
    pub user: Option<FoundUsers>,
    /// Departments.
    pub party: Option<FoundDepartments>,
    /// Members who left.
    pub dismiss_user: Option<FoundUsers>,
}

/// Members that were found.
#[endpoint(part)]
pub struct FoundUsers {
    /// The members.
    #[serde(default)]
    pub userid: Vec<UserId>,
    /// The same, as providers of apps know them.
    #[serde(default)]
    pub open_userid: Vec<UserId>,
}

/// Departments that were found.
#[endpoint(part)]
pub struct FoundDepartments {
    /// The departments.
    #[serde(default)]
    pub department_id: Vec<u64>,
}

/// Finds members and departments for up to 50 words at once.
#[endpoint(POST "/cgi-bin/service/contact/batchsearch", title = "通讯录批量搜索",
    doc = "https://developer.work.weixin.qq.com/document/path/91844",
    scope(provider), auth = provider_token, retry = safe, reply = FoundAtOnce, call = provider_contacts.search_at_once)]
pub struct SearchContactsAtOnce {
    /// The corporation.
    pub auth_corpid: AppId,
    /// Only whom this app sees.
    pub agentid: Option<AgentId>,
    /// What is looked for.
    pub query_request_list: Vec<ContactQuery>,
}

/// What was found for several words.
#[endpoint(part, reply_to(SearchContactsAtOnce))]
pub struct FoundAtOnce {
    /// For each of them.
    #[serde(default)]
    pub query_result_list: Vec<FoundForOne>,
}

/// What was found for a word.
#[endpoint(part)]
pub struct FoundForOne {
    /// What was looked for.
    pub query_request: Option<ContactQuery>,
    /// What was found.
    pub query_result: Option<FoundNames>,
    /// Whether this is all.
    pub is_last: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// Sorts up to 1,000 members by name.
#[endpoint(POST "/cgi-bin/service/contact/sort", title = "通讯录userid排序",
    doc = "https://developer.work.weixin.qq.com/document/path/92093",
    scope(provider), auth = provider_token, retry = safe, reply = SortedContacts, call = provider_contacts.sort)]
pub struct SortContacts {
    /// The corporation.
    pub auth_corpid: AppId,
    /// By what; by name, upwards, if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort_options: Vec<SortOption>,
    /// The members.
    pub useridlist: Vec<UserId>,
}

/// By what members are sorted.
#[endpoint(part)]
pub struct SortOption {
    /// 0 upwards, 1 downwards.
    pub sort_type: u8,
    /// By which field; a number whose meanings are not known here.
    pub sort_field: u8,
}

/// Members, sorted.
#[endpoint(part, reply_to(SortContacts))]
pub struct SortedContacts {
    /// The members.
    #[serde(default)]
    pub useridlist: Vec<UserId>,
}

/// Uploads a file in which names are to stand for ids. It lives three days.
#[endpoint(POST "/cgi-bin/service/media/upload", title = "上传需要转译的文件",
    doc = "https://developer.work.weixin.qq.com/document/path/91883",
    scope(provider), auth = provider_token, retry = safe, reply = ProviderMedia, call = "wx.provider_contacts().upload(media)")]
pub struct UploadForTranslation {
    /// What the file is; `file` for names in it.
    #[query]
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The file: up to 20 MB.
    #[part]
    pub media: FilePart,
}

/// A file the platform now has.
#[endpoint(part, reply_to(UploadForTranslation))]
pub struct ProviderMedia {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// Its name.
    pub media_id: MediaId,
    /// When it was uploaded.
    pub created_at: Option<Timestamp>,
}

/// Puts names for the ids in files.
#[endpoint(POST "/cgi-bin/service/contact/id_translate", title = "异步通讯录id转译",
    doc = "https://developer.work.weixin.qq.com/document/path/91846",
    scope(provider), auth = provider_token, reply = TranslationJob, call = provider_contacts.translate)]
pub struct TranslateContacts {
    /// The corporation.
    pub auth_corpid: AppId,
    /// Up to 20 uploaded files.
    pub media_id_list: Vec<MediaId>,
    /// What the file that comes of it is called.
    pub output_file_name: Option<String>,
    /// Its kind, such as `pdf`; that of the files if left out.
    pub output_file_format: Option<String>,
}

/// A translation that was begun.
#[endpoint(part, reply_to(TranslateContacts))]
pub struct TranslationJob {
    /// Its name.
    pub jobid: String,
}

/// Says how far a translation is.
#[endpoint(GET "/cgi-bin/service/batch/getresult", title = "获取异步任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/91882",
    scope(provider), auth = provider_token, reply = Translation, call = provider_contacts.translation)]
pub struct GetTranslation {
    /// The translation.
    pub jobid: String,
}

/// How far a translation is.
#[endpoint(part, reply_to(GetTranslation))]
pub struct Translation {
    /// How far.
    pub status: TranslationState,
    /// What was begun: `contact_id_translate`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// What came of it.
    pub result: Option<TranslationResult>,
}

int_enum! {
    /// How far a translation is.
    pub enum TranslationState {
        /// It has begun.
        Begun = 1,
        /// It is going on.
        Running = 2,
        /// It is done.
        Done = 3,
    }
}

/// What came of a translation.
#[endpoint(part)]
pub struct TranslationResult {
    /// The file with names.
    pub contact_id_translate: Option<TranslatedFile>,
}

/// A file with names.
#[endpoint(part)]
pub struct TranslatedFile {
    /// Its address, which needs the login of a member of the corporation.
    pub url: Option<String>,
}

impl<'c, C: Caller + ?Sized> ProviderContactsHandle<'c, C> {
    /// Uploads a file with ids; see [`UploadForTranslation`].
    pub fn upload(&self, media: FilePart) -> Call<'c, C, UploadForTranslation> {
        Call::new(self.caller, UploadForTranslation::new(MediaKind::File, media))
    }
}
