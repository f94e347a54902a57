"""Long work: who waits, who works, how far, and what came of it?"""
