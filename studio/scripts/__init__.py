"""Scripts: templates that ask questions, rendering within bounds, spoken length, claim rules, exports."""
