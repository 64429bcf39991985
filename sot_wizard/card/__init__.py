"""The parts of a question's card: editor, notes, foot, talk, help, versions."""
