//! Work reports of members (汇报). `/cgi-bin/oa/journal/*`

use weixin_api::{Paged, StringEnum, Timestamp, endpoint, group, int_enum};

use crate::approval::{Applicant, ApplicationContents};
use crate::ids::{DepartmentId, DocumentId, JobId, TagId};

group! {
    /// Work reports of members (汇报).
    journals: [GetJournals, GetJournal, GetJournalStat, ExportJournalDocument, GetJournalExport]
}

weixin_api::string_id! {
    /// A report (汇报记录, journaluuid).
    JournalId
    /// A form for reports (汇报表单, template_id). The console shows it on the page of the form.
    JournalTemplateId
    /// A comment on a report (commentid).
    JournalCommentId
}

/// Returns the ids of reports (汇报), for up to a month.
///
/// At most 600 calls a minute.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::journal::GetJournals;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let (from, to) = (wx.now() - Duration::from_secs(7 * 86_400), wx.now());
/// let mut reports = wx.journals().list(GetJournals::new(from, to, 0, 100)).pages();
/// while let Some(id) = reports.try_next().await? {
///     println!("{:?}", wx.journals().get(id).await?.info.template_name);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/oa/journal/get_record_list", title = "批量获取汇报记录单号",
    doc = "https://developer.work.weixin.qq.com/document/path/93393",
    scope(work), retry = safe, reply = JournalIds, call = journals.list)]
pub struct GetJournals {
    /// The start of the period.
    pub starttime: Timestamp,
    /// The end of the period, at most a month after the start.
    pub endtime: Timestamp,
    /// 0 for the first page, then the [`next_cursor`](JournalIds::next_cursor) of the page before.
    pub cursor: u64,
    /// The number of reports to return: up to 100.
    pub limit: u32,
    /// Conditions that all must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<JournalFilter>,
}

/// What a condition on reports compares.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum JournalFilterKey {
    /// The member who submitted the report (提单人).
    Creator,
    /// The department of that member.
    Department,
    /// The form that was filled in.
    TemplateId,
    /// A value that this version does not know.
    Other(String),
}

/// A condition on reports.
#[endpoint(part)]
pub struct JournalFilter {
    /// What is compared.
    pub key: JournalFilterKey,
    /// The value to compare with, by `key`: a userid, a department's id or a template's id; up to
    /// 256 bytes.
    pub value: String,
}

/// A page of reports, by their ids.
#[endpoint(part, reply_to(GetJournals))]
pub struct JournalIds {
    /// The reports of this page.
    #[serde(default)]
    pub journaluuid_list: Vec<JournalId>,
    /// The cursor of the next page.
    pub next_cursor: Option<u64>,
    /// Whether this is the last page.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub endflag: Option<bool>,
}

impl Paged for GetJournals {
    type Item = JournalId;
    fn split_page(mut self, page: JournalIds) -> (Vec<JournalId>, Option<Self>) {
        let next = page.next_cursor.filter(|_| page.endflag != Some(true));
        let next = next.filter(|next| *next != self.cursor);
        let next = next.map(|next| {
            self.cursor = next;
            self
        });
        (page.journaluuid_list, next)
    }
}

/// Returns a report (汇报) with its content and comments.
///
/// Fails with 301084 when there is no such report.
#[endpoint(POST "/cgi-bin/oa/journal/get_record_detail", title = "获取汇报记录详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93394",
    scope(work), retry = safe, reply = JournalDetail, call = journals.get)]
pub struct GetJournal {
    /// The report to look up.
    pub journaluuid: JournalId,
}

/// The reply to [`GetJournal`].
#[endpoint(part, reply_to(GetJournal))]
pub struct JournalDetail {
    /// The report with its content.
    pub info: Journal,
}

/// A report of a member.
#[endpoint(part)]
pub struct Journal {
    /// The report's id.
    pub journal_uuid: Option<JournalId>,
    /// The form that was filled in.
    pub template_id: Option<JournalTemplateId>,
    /// The name of the form.
    pub template_name: Option<String>,
    /// The time of submission.
    pub report_time: Option<Timestamp>,
    /// The member who submitted it.
    pub submitter: Option<Applicant>,
    /// The members who receive it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receivers: Vec<Applicant>,
    /// The receivers who have read it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readed_receivers: Vec<Applicant>,
    /// The content of the form's controls.
    pub apply_data: Option<ApplicationContents>,
    /// Data that the platform added, as JSON in a text (系统应用数据).
    pub sys_journal_data: Option<String>,
    /// The comments on the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<JournalComment>,
}

/// A comment on a report.
#[endpoint(part)]
pub struct JournalComment {
    /// The comment's id.
    pub commentid: Option<JournalCommentId>,
    /// The comment that this one replies to; 0 if it replies to none.
    pub tocommentid: Option<JournalCommentId>,
    /// The member who wrote it.
    pub comment_userinfo: Option<Applicant>,
    /// The text of the comment.
    pub content: Option<String>,
    /// The time it was written.
    pub comment_time: Option<Timestamp>,
}

/// Returns which members submitted a form's report and which did not, for up to a year.
///
/// Fails with 301065 (no permission for the reports' data) when the app may not read them.
#[endpoint(POST "/cgi-bin/oa/journal/get_stat_list", title = "获取汇报统计数据",
    doc = "https://developer.work.weixin.qq.com/document/path/93395",
    scope(work), retry = safe, reply = JournalStats, call = journals.stat)]
pub struct GetJournalStat {
    /// The form whose reports are counted.
    pub template_id: JournalTemplateId,
    /// The start of the period.
    pub starttime: Timestamp,
    /// The end of the period, at most a year after the start.
    pub endtime: Timestamp,
}

/// The statistics of a form.
#[endpoint(part, reply_to(GetJournalStat))]
pub struct JournalStats {
    /// One entry for each cycle of reporting.
    #[serde(default)]
    pub stat_list: Vec<JournalStat>,
}

/// The statistics of a form in one cycle.
#[endpoint(part)]
pub struct JournalStat {
    /// The form that is reported on.
    pub template_id: Option<JournalTemplateId>,
    /// The name of the form.
    pub template_name: Option<String>,
    /// The members who must report (汇报人范围).
    pub report_range: Option<JournalRange>,
    /// The members who need not report (白名单).
    pub white_range: Option<JournalRange>,
    /// The members who receive the reports.
    pub receivers: Option<JournalReceivers>,
    /// The start of the cycle, such as the first day of a week.
    pub cycle_begin_time: Option<Timestamp>,
    /// The end of the cycle, such as the last day of a week.
    pub cycle_end_time: Option<Timestamp>,
    /// The start of the period in which reports are counted.
    pub stat_begin_time: Option<Timestamp>,
    /// The end of the period in which reports are counted.
    pub stat_end_time: Option<Timestamp>,
    /// The members who reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report_list: Vec<JournalMember>,
    /// The members who did not report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreport_list: Vec<JournalMember>,
    /// How often members report.
    pub report_type: Option<JournalCycle>,
}

int_enum! {
    /// How often members report (汇报方式).
    pub enum JournalCycle {
        /// Daily (按日汇报).
        Daily = 2,
        /// Weekly (按周汇报).
        Weekly = 3,
        /// Monthly (按月汇报).
        Monthly = 4,
    }
}

/// Members, by themselves and by department or tag.
#[endpoint(part)]
pub struct JournalRange {
    /// Members who are named themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<Applicant>,
    /// Departments with all their members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party_list: Vec<JournalDepartment>,
    /// Tags with all their members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<JournalTag>,
}

/// A department in a range of members.
#[endpoint(part)]
pub struct JournalDepartment {
    /// The department's id.
    pub open_partyid: Option<DepartmentId>,
}

/// A tag in a range of members.
#[endpoint(part)]
pub struct JournalTag {
    /// The tag's id.
    pub open_tagid: Option<TagId>,
}

/// The members who receive the reports of a form.
#[endpoint(part)]
pub struct JournalReceivers {
    /// Members who are named themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<Applicant>,
    /// Tags with all their members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<JournalTag>,
    /// Superiors of the member who reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leader_list: Vec<JournalLeader>,
}

/// A superior of the member who reports.
#[endpoint(part)]
pub struct JournalLeader {
    /// The number of levels above the member, from 1.
    pub level: Option<u32>,
}

/// The reports of one member in a cycle.
#[endpoint(part)]
pub struct JournalMember {
    /// The member who reported or did not.
    pub user: Option<Applicant>,
    /// The reports; in [`unreport_list`](JournalStat::unreport_list) the missing ones, without an
    /// id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub itemlist: Vec<JournalItem>,
}

/// A submitted or missing report.
#[endpoint(part)]
pub struct JournalItem {
    /// The report; empty if it is missing.
    pub journaluuid: Option<JournalId>,
    /// The time of submission; for a missing report, the time it was due.
    pub reporttime: Option<Timestamp>,
    /// Whether it was submitted late (迟交).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub flag: Option<bool>,
}

/// Starts an export of a document that is attached to a report.
///
/// Fails with 301084 when there is no such report, with 301085 when it has no such document.
#[endpoint(POST "/cgi-bin/oa/journal/export_doc", title = "导出汇报文档",
    doc = "https://developer.work.weixin.qq.com/document/path/96108",
    scope(work), reply = JournalExport, call = journals.export_document)]
pub struct ExportJournalDocument {
    /// The report that has the document.
    pub journaluuid: JournalId,
    /// The document to export.
    pub docid: DocumentId,
}

/// A started export.
#[endpoint(part, reply_to(ExportJournalDocument))]
pub struct JournalExport {
    /// The job, for [`GetJournalExport`].
    pub jobid: JobId,
}

/// Returns the progress of an export and the address of the document.
#[endpoint(POST "/cgi-bin/oa/journal/get_export_doc_result", title = "获取导出结果",
    doc = "https://developer.work.weixin.qq.com/document/path/96108",
    scope(work), retry = safe, reply = JournalExportResult, call = journals.export_result)]
pub struct GetJournalExport {
    /// The job to look up.
    pub jobid: JobId,
}

/// The progress of an export.
#[endpoint(part, reply_to(GetJournalExport))]
pub struct JournalExportResult {
    /// The progress, as a number. The official sample has 2 together with an address; the other
    /// values are not documented here.
    pub status: Option<u8>,
    /// The address of the exported document, once it is ready.
    pub url: Option<String>,
}
