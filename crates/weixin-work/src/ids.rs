//! Ids that several groups use. An id of one group only stands in the module of that group.

weixin_api::string_id! {
    /// A customer of the corporation: somebody outside it whom a member added (external_userid).
    ExternalUserId
    /// A member of a corporation as a service provider's apps know them (open_userid), the same for
    /// all apps of one provider.
    OpenUserId
    /// A group chat (chat_id, chatid): of customers, or made by the app.
    ChatId
    /// A customer service account (微信客服账号, open_kfid).
    KfId
    /// A tag of customers (企业客户标签, tag_id).
    CustomerTagId
    /// A suite of a service provider (第三方应用, suite_id).
    SuiteId
    /// A job that the platform carries out later (异步任务, jobid).
    JobId
    /// A document, spreadsheet or smart sheet (文档, docid).
    DocumentId
    /// A form that people fill in (收集表, formid).
    FormId
    /// A space of the drive (微盘空间, spaceid).
    SpaceId
    /// A file or folder of the drive (微盘文件, fileid). As a parent folder (fatherid), the id of the
    /// space stands for its top level.
    FileId
    /// An online meeting (会议, meetingid). It is not the number that people type in to join.
    MeetingId
    /// A calendar (日历, cal_id).
    CalendarId
    /// A guest from outside the corporation, such as a WeChat user who opened a document, a form or a
    /// meeting (外部用户临时id, tmp_external_userid). It is temporary; the `id_convert` group
    /// converts it into an `external_userid`.
    TmpExternalUserId
    /// An approval application (审批单号, sp_no).
    ApprovalNo
    /// A template of approvals in the app's own pages (审批流程引擎模板, OpenTemplateId).
    OpenTemplateId
}

weixin_api::integer_id! {
    /// A department of the directory (部门). The root is 1.
    DepartmentId(u64)
    /// A tag of members (通讯录标签, tagid).
    TagId(u64)
    /// A rule group of customer contact (规则组, strategy_id).
    CustomerStrategyId(u64)
    /// A kind of leave (假期类型, vacation_id).
    VacationId(u64)
}
