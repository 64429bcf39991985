"""What screens share: labels that show text literally, cards, pills, rings, editors, empty states, toasts."""
