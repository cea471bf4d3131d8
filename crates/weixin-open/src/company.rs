//! What the registration and the verification of a company's Mini Program have in common.

use weixin_api::int_enum;

int_enum! {
    /// The kind of number that names a company (企业代码类型, code_type).
    pub enum CompanyCodeType {
        /// The unified social credit code: 18 characters (统一社会信用代码).
        CreditCode = 1,
        /// The organization code: nine characters and a hyphen (组织机构代码).
        OrganizationCode = 2,
        /// The number of the business license: 15 characters (营业执照注册号).
        BusinessLicence = 3,
    }
}
