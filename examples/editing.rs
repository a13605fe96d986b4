//! A text that is edited: after each edit only what it can change is analysed again.
#![expect(clippy::print_stdout, reason = "an example talks to its user")]

use sourcelight::{Document, EditError};

fn main() -> Result<(), EditError> {
    let mut document = Document::new("The minister said on Monday that the ferry would sail in May.");
    let hedged = |document: &Document| document.analysis().profile.hedged;
    println!("{} ({} hedged)", document.text(), hedged(&document));

    let who = "The minister";
    let change = document.edit(0..who.len(), "Some critics")?;
    println!("{} ({} hedged)", document.text(), hedged(&document));
    println!(
        "{} attributions are new, {} gave way.",
        change.attributions.added.len(),
        change.attributions.removed
    );
    Ok(())
}
