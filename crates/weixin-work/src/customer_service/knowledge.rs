//! The knowledge base (知识库): questions and answers of the platform's assistant.

use super::{KnowledgeGroupId, KnowledgeIntentId};
use crate::customer_service::CustomerServiceHandle;
use serde_json::{Map, Value};
use weixin_api::{Paged, TaggedEnum, endpoint};
use weixin_protocol::{AppId, MediaId};

/// Creates a group of the knowledge base of customer service (微信客服知识库).
#[endpoint(POST "/cgi-bin/kf/knowledge/add_group", title = "知识库分组管理 添加分组",
    doc = "https://developer.work.weixin.qq.com/document/path/95971",
    scope(work), reply = AddedKnowledgeGroup, call = customer_service.add_knowledge_group)]
pub struct AddKnowledgeGroup {
    /// Name of the group: up to 12 characters.
    pub name: String,
}

/// A group that was created.
#[endpoint(part, reply_to(AddKnowledgeGroup))]
pub struct AddedKnowledgeGroup {
    /// The new group.
    pub group_id: KnowledgeGroupId,
}

/// Deletes a group of the knowledge base of customer service with all its questions.
#[endpoint(POST "/cgi-bin/kf/knowledge/del_group", title = "知识库分组管理 删除分组",
    doc = "https://developer.work.weixin.qq.com/document/path/95971",
    scope(work), retry = safe, call = customer_service.delete_knowledge_group)]
pub struct DeleteKnowledgeGroup {
    /// The group to delete. The default group cannot be deleted.
    pub group_id: KnowledgeGroupId,
}

/// Renames a group of the knowledge base of customer service.
#[endpoint(POST "/cgi-bin/kf/knowledge/mod_group", title = "知识库分组管理 修改分组",
    doc = "https://developer.work.weixin.qq.com/document/path/95971",
    scope(work), retry = safe, call = customer_service.update_knowledge_group)]
pub struct UpdateKnowledgeGroup {
    /// The group to rename. The default group cannot be renamed.
    pub group_id: KnowledgeGroupId,
    /// New name: up to 12 characters.
    pub name: String,
}

/// Returns the groups of the knowledge base, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/kf/knowledge/list_group", title = "知识库分组管理 获取分组列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95971",
    scope(work), retry = safe, reply = KnowledgeGroups, call = customer_service.knowledge_groups)]
pub struct GetKnowledgeGroups {
    /// Continues after the page that returned [`KnowledgeGroups::next_cursor`];
    /// the first page if left out.
    pub cursor: Option<String>,
    /// Page size: 500 if left out, up to 1,000.
    pub limit: Option<u32>,
    /// Restricts the list to this group.
    pub group_id: Option<KnowledgeGroupId>,
}

/// A page of groups of the knowledge base.
#[endpoint(part, reply_to(GetKnowledgeGroups))]
#[derive(Default)]
pub struct KnowledgeGroups {
    /// The groups of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_list: Vec<KnowledgeGroup>,
    /// Whether further pages follow.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

impl Paged for GetKnowledgeGroups {
    type Item = KnowledgeGroup;
    fn split_page(self, page: KnowledgeGroups) -> (Vec<KnowledgeGroup>, Option<Self>) {
        let next =
            page.next_cursor.filter(|cursor| page.has_more == Some(true) && !cursor.is_empty());
        (page.group_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A group of the knowledge base.
#[endpoint(part)]
pub struct KnowledgeGroup {
    /// Id of the group, which questions refer to.
    pub group_id: KnowledgeGroupId,
    /// Name of the group.
    pub name: Option<String>,
    /// Whether it is the default group (默认分组), which always exists.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_default: Option<bool>,
}

/// Creates a question of the knowledge base with its answer (问答).
#[endpoint(POST "/cgi-bin/kf/knowledge/add_intent", title = "知识库问答管理 添加问答",
    doc = "https://developer.work.weixin.qq.com/document/path/95972",
    scope(work), reply = AddedKnowledgeIntent, call = customer_service.add_knowledge_intent)]
pub struct AddKnowledgeIntent {
    /// The group that the question belongs to.
    pub group_id: KnowledgeGroupId,
    /// The question (主问题).
    pub question: KnowledgeQuestion,
    /// Other wordings of the question (相似问题): up to 100.
    pub similar_questions: Option<SimilarQuestions>,
    /// The answer: exactly one entry.
    pub answers: Vec<KnowledgeAnswer>,
}

/// The wording of a question.
#[endpoint(part)]
pub struct KnowledgeQuestion {
    /// The wording: up to 200 characters.
    pub text: KnowledgeText,
}

/// A text of the knowledge base.
#[endpoint(part)]
pub struct KnowledgeText {
    /// The text: up to 200 characters in questions, up to 500 in answers.
    pub content: String,
}

/// Other wordings of a question.
#[endpoint(part)]
#[derive(Default)]
pub struct SimilarQuestions {
    /// The wordings: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<KnowledgeQuestion>,
}

/// An answer.
#[endpoint(part)]
#[derive(Default)]
pub struct KnowledgeAnswer {
    /// The text of the answer: up to 500 characters.
    pub text: Option<KnowledgeText>,
    /// Attachments: up to 4.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<KnowledgeAttachment>,
}

/// An attachment of an answer (附件).
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum KnowledgeAttachment {
    /// An image (图片).
    Image(KnowledgeMedia),
    /// A video (视频).
    Video(KnowledgeMedia),
    /// A link to a web page (链接).
    Link(KnowledgeLink),
    /// A Mini Program (小程序).
    MiniProgram(KnowledgeMiniProgram),
    /// A kind that this version does not know, or content that it cannot read, with all its
    /// fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

/// An image or video in an answer. Requests name it by its media_id, replies by its file name.
#[endpoint(part)]
#[derive(Default)]
pub struct KnowledgeMedia {
    /// The file, uploaded as temporary media. Only in requests.
    pub media_id: Option<MediaId>,
    /// Name of the file. Only in replies.
    pub name: Option<String>,
}

/// A link to a web page in an answer.
#[endpoint(part)]
pub struct KnowledgeLink {
    /// Title of the link.
    pub title: String,
    /// Address of the cover image.
    pub pic_url: Option<String>,
    /// Description below the title.
    pub desc: Option<String>,
    /// Address of the page.
    pub url: String,
}

/// A Mini Program card in an answer.
#[endpoint(part)]
pub struct KnowledgeMiniProgram {
    /// Title of the card; missing in some replies.
    pub title: Option<String>,
    /// The cover image, uploaded as temporary media. Only in requests.
    pub thumb_media_id: Option<MediaId>,
    /// The Mini Program; it has to be linked to the corporation.
    pub appid: AppId,
    /// Path of the page that the card opens.
    pub pagepath: String,
}

/// A question that was created.
#[endpoint(part, reply_to(AddKnowledgeIntent))]
pub struct AddedKnowledgeIntent {
    /// The new question.
    pub intent_id: KnowledgeIntentId,
}

/// Deletes a question of the knowledge base of customer service.
#[endpoint(POST "/cgi-bin/kf/knowledge/del_intent", title = "知识库问答管理 删除问答",
    doc = "https://developer.work.weixin.qq.com/document/path/95972",
    scope(work), retry = safe, call = customer_service.delete_knowledge_intent)]
pub struct DeleteKnowledgeIntent {
    /// The question to delete.
    pub intent_id: KnowledgeIntentId,
}

/// Changes a question of the knowledge base. Fields that are left out stay unchanged.
#[endpoint(POST "/cgi-bin/kf/knowledge/mod_intent", title = "知识库问答管理 修改问答",
    doc = "https://developer.work.weixin.qq.com/document/path/95972",
    scope(work), retry = safe, call = customer_service.update_knowledge_intent)]
pub struct UpdateKnowledgeIntent {
    /// The question to change.
    pub intent_id: KnowledgeIntentId,
    /// New wording of the question.
    pub question: Option<KnowledgeQuestion>,
    /// Other wordings, which replace the present ones: up to 100.
    pub similar_questions: Option<SimilarQuestions>,
    /// The answer, which replaces the present one: one entry at most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<KnowledgeAnswer>,
}

/// Returns the questions of the knowledge base with their answers, up to 100 at a time.
#[endpoint(POST "/cgi-bin/kf/knowledge/list_intent", title = "知识库问答管理 获取问答列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95972",
    scope(work), retry = safe, reply = KnowledgeIntents, call = customer_service.knowledge_intents)]
pub struct GetKnowledgeIntents {
    /// Continues after the page that returned [`KnowledgeIntents::next_cursor`];
    /// the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 100; 100 if left out.
    pub limit: Option<u32>,
    /// Restricts the list to the questions of this group.
    pub group_id: Option<KnowledgeGroupId>,
    /// Restricts the list to this question.
    pub intent_id: Option<KnowledgeIntentId>,
}

/// A page of questions with their answers.
#[endpoint(part, reply_to(GetKnowledgeIntents))]
#[derive(Default)]
pub struct KnowledgeIntents {
    /// The questions of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intent_list: Vec<KnowledgeIntent>,
    /// Whether further pages follow.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

impl Paged for GetKnowledgeIntents {
    type Item = KnowledgeIntent;
    fn split_page(self, page: KnowledgeIntents) -> (Vec<KnowledgeIntent>, Option<Self>) {
        let next =
            page.next_cursor.filter(|cursor| page.has_more == Some(true) && !cursor.is_empty());
        (page.intent_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A question of the knowledge base with its answer.
#[endpoint(part)]
pub struct KnowledgeIntent {
    /// The group that the question belongs to.
    pub group_id: Option<KnowledgeGroupId>,
    /// Id of the question.
    pub intent_id: KnowledgeIntentId,
    /// The question (主问题).
    pub question: Option<KnowledgeQuestion>,
    /// Other wordings of the question (相似问题).
    pub similar_questions: Option<SimilarQuestions>,
    /// The answer: one entry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<KnowledgeAnswer>,
}
