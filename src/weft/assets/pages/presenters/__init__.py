"""In which words does the page of one thing speak?"""
