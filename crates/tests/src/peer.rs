//! Client of `interop/peer.py`, which runs wechatpy commands line by line.

use std::{path::Path, process::Stdio};

use serde::Deserialize;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
};

use crate::{extras, wait::with_timeout};

/// A Python process with wechatpy. It is killed when this is dropped.
#[derive(Debug)]
pub struct Peer {
    _child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

/// An exception raised by wechatpy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Raised {
    /// The class of the exception.
    pub name: String,
    /// Its `errcode`, if it has one.
    pub code: Option<i64>,
    /// Its message.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Ok(Value),
    Error(Raised),
}

impl Peer {
    /// Starts the process.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(python: &Path) -> Self {
        let mut child = Command::new(python)
            .arg(extras::repository("interop/peer.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{} did not start: {error}", python.display()));
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let (Some(input), Some(output)) = (input, output) else { unreachable!("both are piped") };
        Self { _child: child, input, output: BufReader::new(output).lines() }
    }

    /// Runs a command in wechatpy; `interop/README.md` lists the commands.
    ///
    /// # Errors
    /// If wechatpy raises an exception.
    ///
    /// # Panics
    /// If there is no response.
    pub async fn ask(&mut self, request: Value) -> Result<Value, Raised> {
        let asking = async {
            self.input.write_all(format!("{request}\n").as_bytes()).await?;
            self.input.flush().await?;
            self.output.next_line().await
        };
        let line = with_timeout("wechatpy's answer", asking).await;
        let line = line.ok().flatten().expect("the peer has exited; its error output is above");
        match serde_json::from_str(&line) {
            Ok(Answer::Ok(value)) => Ok(value),
            Ok(Answer::Error(raised)) => Err(raised),
            Err(error) => panic!("the peer wrote {line:?}: {error}"),
        }
    }

    /// Like [`ask`](Self::ask), for commands that return a text and do not fail.
    ///
    /// # Panics
    /// If an exception is raised, or the result is not a text.
    pub async fn text(&mut self, request: Value) -> String {
        match self.ask(request).await {
            Ok(Value::String(text)) => text,
            other => panic!("wechatpy answered {other:?}"),
        }
    }
}
