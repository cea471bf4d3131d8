//! Builds the Docker image of `examples/two-processes`, after the tests in it have passed.

use crate::{report::Stop, shell::Repo};

const DOCKERFILE: &str = "examples/two-processes/Dockerfile";

/// The stages that are built: `test` runs the example's tests, the last one is the image.
const STAGES: [&str; 2] = ["test", "image"];

/// Skipped where there is no Docker: this is the only step that needs a service of the system.
pub(crate) fn build(repo: &Repo) -> Result<(), Stop> {
    // The program alone is not enough: this fails if it does not reach the daemon, too.
    if !repo.call("docker", ["version"]).succeeds() {
        let why = "there is no Docker here, or its daemon is not running";
        return Err(Stop::Skipped(why.to_owned()));
    }
    for stage in STAGES {
        let tag = format!("weixin-two-processes:{stage}");
        let args = ["build", "--file", DOCKERFILE, "--target", stage, "--tag", &tag, "."];
        repo.call("docker", args).env("DOCKER_BUILDKIT", "1").run()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_image_has_its_stages_and_runs_the_tests() {
        let file = fs::read_to_string(Repo::find(false).path(DOCKERFILE)).expect("it is there");
        let stages: Vec<_> = file
            .lines()
            .filter_map(|line| Some(line.strip_prefix("FROM ")?.rsplit_once(" AS ")?.1))
            .collect();
        assert_eq!(stages, ["build", STAGES[0], STAGES[1]]);
        let test = file.split(" AS test\n").nth(1).and_then(|rest| rest.split("\nFROM ").next());
        assert!(test.is_some_and(|stage| stage.contains("RUN cargo test ")), "{file}");
    }
}
