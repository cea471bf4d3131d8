//! The functions of the cloud development service (云函数). `/tcb/invokecloudfunction`

use serde_json::{Map, Value};
use weixin_api::{Call, Caller, On, endpoint, endpoints};

endpoints![InvokeCloudFunction];

/// Runs a function for up to five seconds. It knows of no user. `POST /tcb/invokecloudfunction`
///
/// A third-party platform runs those of the environments it owns itself with its own token.
#[endpoint(POST "/tcb/invokecloudfunction", title = "触发云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/invokeCloudFunction.html",
    scope(mini, component), reply = CloudFunctionResult)]
pub struct InvokeCloudFunction {
    /// The environment.
    #[query]
    pub env: String,
    /// The function.
    #[query]
    pub name: String,
    /// What the function is given.
    #[serde(flatten)]
    pub arguments: Map<String, Value>,
}

/// What a function has answered.
#[endpoint(part)]
pub struct CloudFunctionResult {
    /// The answer, as JSON in a text.
    pub resp_data: Option<String>,
}

/// The group as a client has it: `wx.cloud_functions()`.
#[derive(Debug)]
pub struct CloudFunctions<'c, C: ?Sized>(&'c C);

/// Gives a client `cloud_functions()`.
pub trait CloudFunctionsApi: Caller {
    /// The functions of the cloud development service (云函数).
    fn cloud_functions(&self) -> CloudFunctions<'_, Self> {
        CloudFunctions(self)
    }
}

impl<C: Caller + ?Sized> CloudFunctionsApi for C where InvokeCloudFunction: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CloudFunctions<'c, C> {
    /// Runs a function for up to five seconds; see [`InvokeCloudFunction`].
    pub fn invoke(
        &self,
        env: impl Into<String>,
        name: impl Into<String>,
        arguments: impl Into<Map<String, Value>>,
    ) -> Call<'c, C, InvokeCloudFunction> {
        Call::new(self.0, InvokeCloudFunction::new(env, name, arguments))
    }
}
