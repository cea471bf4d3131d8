//! Questions and answers of the platform's assistant (知识库).

use crate::customer_service::CustomerServiceHandle;
use weixin_api::{Paged, endpoint};
use weixin_protocol::{AppId, MediaId};

/// Makes a group of questions.
#[endpoint(POST "/cgi-bin/kf/knowledge/add_group", title = "知识库分组管理 添加分组",
    doc = "https://developer.work.weixin.qq.com/document/path/95971",
    scope(work), reply = AddedKnowledgeGroup, call = customer_service.add_knowledge_group)]
pub struct AddKnowledgeGroup {
    /// Its name: up to 12 characters.
    pub name: String,
}

/// A group of questions that was made.
#[endpoint(part, reply_to(AddKnowledgeGroup))]
pub struct AddedKnowledgeGroup {
    /// The group.
    pub group_id: String,
}

/// Deletes a group of questions, with these.
#[endpoint(POST "/cgi-bin/kf/knowledge/del_group", title = "知识库分组管理 删除分组",
    doc = "https://developer.work.weixin.qq.com/document/path/95971",
    scope(work), retry = safe, call = customer_service.delete_knowledge_group)]
pub struct DeleteKnowledgeGroup {
    /// The group.
    pub group_id: String,
}

/// Gives a group of questions another name.
#[endpoint(POST "/cgi-bin/kf/knowledge/mod_group", title = "知识库分组管理 修改分组",
    doc = "https://developer.work.weixin.qq.com/document/path/95971",
    scope(work), retry = safe, call = customer_service.update_knowledge_group)]
pub struct UpdateKnowledgeGroup {
    /// The group.
    pub group_id: String,
    /// Its name: up to 12 characters.
    pub name: String,
}

/// Gives the groups of questions, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/kf/knowledge/list_group", title = "知识库分组管理 获取分组列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95971",
    scope(work), retry = safe, reply = KnowledgeGroups, call = customer_service.knowledge_groups)]
pub struct GetKnowledgeGroups {
    /// Where to go on: [`KnowledgeGroups::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 500 if left out, up to 1,000.
    pub limit: Option<u32>,
    /// Only this group.
    pub group_id: Option<String>,
}

/// Groups of questions.
#[endpoint(part, reply_to(GetKnowledgeGroups))]
#[derive(Default)]
pub struct KnowledgeGroups {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_list: Vec<KnowledgeGroup>,
    /// Whether there are more.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Where to go on.
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

/// A group of questions.
#[endpoint(part)]
pub struct KnowledgeGroup {
    /// The group.
    pub group_id: String,
    /// Its name.
    pub name: Option<String>,
    /// Whether it is the one that is always there.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_default: Option<bool>,
}

/// Makes a question with its answers.
#[endpoint(POST "/cgi-bin/kf/knowledge/add_intent", title = "知识库问答管理 添加问答",
    doc = "https://developer.work.weixin.qq.com/document/path/95972",
    scope(work), reply = AddedKnowledgeIntent, call = customer_service.add_knowledge_intent)]
pub struct AddKnowledgeIntent {
    /// The group it goes into.
    pub group_id: String,
    /// The question.
    pub question: KnowledgeQuestion,
    /// Other words for it: up to 100.
    pub similar_questions: Option<SimilarQuestions>,
    /// The answer: one.
    pub answers: Vec<KnowledgeAnswer>,
}

/// A question.
#[endpoint(part)]
pub struct KnowledgeQuestion {
    /// The text.
    pub text: KnowledgeText,
}

/// A text.
#[endpoint(part)]
pub struct KnowledgeText {
    /// The text: up to 200 characters, 500 in answers.
    pub content: String,
}

/// Other words for a question.
#[endpoint(part)]
#[derive(Default)]
pub struct SimilarQuestions {
    /// The questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<KnowledgeQuestion>,
}

/// An answer.
#[endpoint(part)]
#[derive(Default)]
pub struct KnowledgeAnswer {
    /// The text.
    pub text: Option<KnowledgeText>,
    /// Up to 4 attachments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<KnowledgeAttachment>,
}

/// A picture, a video, a page or a Mini Program in an answer.
#[endpoint(part)]
pub struct KnowledgeAttachment {
    /// Which of them: `image`, `video`, `link` or `miniprogram`.
    pub msgtype: String,
    /// The picture.
    pub image: Option<KnowledgeMedia>,
    /// The video.
    pub video: Option<KnowledgeMedia>,
    /// The page.
    pub link: Option<KnowledgeLink>,
    /// The Mini Program.
    pub miniprogram: Option<KnowledgeMiniProgram>,
}

/// A file in an answer.
#[endpoint(part)]
#[derive(Default)]
pub struct KnowledgeMedia {
    /// The uploaded file; in requests.
    pub media_id: Option<MediaId>,
    /// Its name; in answers of the platform.
    pub name: Option<String>,
}

/// A page in an answer.
#[endpoint(part)]
pub struct KnowledgeLink {
    /// The title.
    pub title: String,
    /// The address of the picture.
    pub pic_url: Option<String>,
    /// The text below the title.
    pub desc: Option<String>,
    /// The page.
    pub url: String,
}

/// A Mini Program in an answer.
#[endpoint(part)]
pub struct KnowledgeMiniProgram {
    /// The title.
    pub title: Option<String>,
    /// The uploaded picture; in requests.
    pub thumb_media_id: Option<MediaId>,
    /// The Mini Program.
    pub appid: AppId,
    /// Its page.
    pub pagepath: String,
}

/// A question that was made.
#[endpoint(part, reply_to(AddKnowledgeIntent))]
pub struct AddedKnowledgeIntent {
    /// The question.
    pub intent_id: String,
}

/// Deletes a question.
#[endpoint(POST "/cgi-bin/kf/knowledge/del_intent", title = "知识库问答管理 删除问答",
    doc = "https://developer.work.weixin.qq.com/document/path/95972",
    scope(work), retry = safe, call = customer_service.delete_knowledge_intent)]
pub struct DeleteKnowledgeIntent {
    /// The question.
    pub intent_id: String,
}

/// Changes a question. What is left out stays.
#[endpoint(POST "/cgi-bin/kf/knowledge/mod_intent", title = "知识库问答管理 修改问答",
    doc = "https://developer.work.weixin.qq.com/document/path/95972",
    scope(work), retry = safe, call = customer_service.update_knowledge_intent)]
pub struct UpdateKnowledgeIntent {
    /// The question.
    pub intent_id: String,
    /// The question.
    pub question: Option<KnowledgeQuestion>,
    /// Other words for it, in place of those that were there.
    pub similar_questions: Option<SimilarQuestions>,
    /// The answer, in place of what was there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<KnowledgeAnswer>,
}

/// Gives the questions with their answers, up to 100 at a time.
#[endpoint(POST "/cgi-bin/kf/knowledge/list_intent", title = "知识库问答管理 获取问答列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95972",
    scope(work), retry = safe, reply = KnowledgeIntents, call = customer_service.knowledge_intents)]
pub struct GetKnowledgeIntents {
    /// Where to go on: [`KnowledgeIntents::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 100 if left out, which is the most.
    pub limit: Option<u32>,
    /// Only those of this group.
    pub group_id: Option<String>,
    /// Only this question.
    pub intent_id: Option<String>,
}

/// Questions with their answers.
#[endpoint(part, reply_to(GetKnowledgeIntents))]
#[derive(Default)]
pub struct KnowledgeIntents {
    /// The questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intent_list: Vec<KnowledgeIntent>,
    /// Whether there are more.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Where to go on.
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

/// A question with its answers.
#[endpoint(part)]
pub struct KnowledgeIntent {
    /// The group it is in.
    pub group_id: Option<String>,
    /// The question.
    pub intent_id: String,
    /// The question.
    pub question: Option<KnowledgeQuestion>,
    /// Other words for it.
    pub similar_questions: Option<SimilarQuestions>,
    /// The answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<KnowledgeAnswer>,
}
