"""What screens share: labels that show text literally, cards, boxes, the text editor, toasts."""
