//! Which pages of the preview another site may show in a frame.

use super::preview::Preview;
use crate::project::{Project, read};

const POLICY: &str = "content-security-policy";

#[test]
fn only_the_page_made_for_it_is_shown_in_a_frame_by_the_sites_that_are_named() {
    let project = Project::base();
    let settings = read(&project.root.join("canevas.yaml"));
    let sites = "[https://Sites.Example.org/accueil/, \"http://localhost:8080\"]";
    project.write("canevas.yaml", format!("{settings}integration: {{ sites: {sites} }}\n"));
    let preview = Preview::of(&project);
    let ancestors = |path: &str| {
        let answer = preview.get(path);
        assert_eq!(answer.status, 200, "{path}");
        let policy = answer.header(POLICY).expect("a policy").to_owned();
        let directive = policy.split("; ").find(|one| one.starts_with("frame-ancestors"));
        directive.expect("one of its directives").to_owned()
    };
    let named = "frame-ancestors https://sites.example.org http://localhost:8080";
    assert_eq!(ancestors("fr/bretagne/amige-2022/cadre.html"), named);
    for path in
        ["fr/bretagne/amige-2022.html", "fr/bretagne/amige-2022/fragment.html", "fr/index.html"]
    {
        assert_eq!(ancestors(path), "frame-ancestors 'none'", "{path}");
    }
}
